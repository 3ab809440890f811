// What is folded opens where an address, the browser's search or the keyboard leads into it.
(() => {
  "use strict";
  const FOLDED = ".folds";

  function boxOf(table) {
    return table.nextElementSibling?.querySelector("input[type=checkbox]");
  }

  function open(inside) {
    const details = inside.closest("details");
    if (details) details.open = true;
    const table = inside.closest(FOLDED);
    const box = table && boxOf(table);
    if (box) box.checked = true;
    return details || table;
  }

  function unfold() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    // A table is its own goal: its first lines are what is asked for.
    if (target && !target.matches(`${FOLDED} > table`) && open(target)) target.scrollIntoView({ block: "start" });
  }

  for (const table of document.querySelectorAll(FOLDED)) {
    const box = boxOf(table);
    if (!box) continue;
    // The browser's search scrolls what it finds into view.
    table.addEventListener("scroll", () => {
      if (box.checked || table.scrollTop === 0) return;
      box.checked = true;
    });
    table.addEventListener("focusin", (event) => {
      if (event.target !== table && event.target.getBoundingClientRect().bottom > table.getBoundingClientRect().bottom) box.checked = true;
    });
    // Folded again, the table's head is where the reader is.
    box.addEventListener("change", () => {
      if (box.checked) return;
      table.scrollTop = 0;
      if (table.getBoundingClientRect().top < 0) table.scrollIntoView({ block: "start" });
    });
  }
  addEventListener("hashchange", unfold);
  unfold();
  book.unfold = open;
})();
