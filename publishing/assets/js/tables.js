// Tables that a reader can sort by a column, and one that a form filters.
(() => {
  "use strict";
  const words = new Intl.Collator("zh", { numeric: true });

  function sortKey(row, column) {
    const cell = row.cells[column];
    return "sort" in cell.dataset ? Number(cell.dataset.sort) : cell.textContent.trim();
  }

  function compare(a, b) {
    return typeof a === "number" && typeof b === "number"
      ? a - b : words.compare(String(a), String(b));
  }

  function makeSortable(table) {
    const body = table.tBodies[0];
    const written = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];

    function sort(column) {
      const head = heads[column];
      const falls = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", falls ? "descending" : "ascending");
      const sign = falls ? -1 : 1;
      const keyed = written.map((row) => ({ row, key: sortKey(row, column) }));
      // What has nothing in this column comes last in both directions.
      keyed.sort((a, b) => (a.key === "") - (b.key === "") || sign * compare(a.key, b.key));
      body.append(...keyed.map((one) => one.row));
    }

    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.addEventListener("click", () => sort(column));
      head.replaceChildren(button);
    });
  }

  function makeFilter(form) {
    const count = document.querySelector(".table-count");
    const table = document.querySelector("table.quantities");
    const frame = table.closest(".table-scroll");
    const rows = [...table.tBodies[0].rows];
    const fold = (text) => text.normalize("NFKC").toLowerCase();
    const texts = new Map(rows.map((row) => [row, fold(row.textContent)]));
    const heads = [...table.tHead.rows[0].cells].map((head) => head.textContent.trim());
    // A choice is of what stands in the column that is called like it.
    const choices = [...form.querySelectorAll("select")];
    const columns = choices.map((choice) => heads.indexOf(choice.labels[0].firstChild.textContent.trim()));
    const chosen = (row) => choices.every((choice, at) => !choice.value
      || row.cells[columns[at]].textContent.trim() === choice.selectedOptions[0].textContent.trim());

    function show() {
      const wanted = fold(form.elements.q.value.trim());
      let shown = 0;
      for (const row of rows) {
        const fits = texts.get(row).includes(wanted) && chosen(row);
        row.hidden = !fits;
        shown += fits;
      }
      frame.hidden = !shown;
      count.textContent = shown === rows.length
        ? book.say("{} quantities", shown)
        : shown ? book.say("{} of {} quantities", shown, rows.length) : book.say("No quantity fits.");
    }

    function remember() {
      const given = [...new FormData(form)].filter(([, value]) => value);
      const query = given.length ? `?${new URLSearchParams(given)}` : location.pathname;
      try { history.replaceState(null, "", query + location.hash); } catch { /* some browsers refuse it for files */ }
    }

    function clear() {
      for (const field of [...choices, form.elements.q]) field.value = "";
      show();
      remember();
    }

    function revealTarget() {
      const target = location.hash && document.getElementById(location.hash.slice(1));
      if (target && target.hidden) {
        clear();
        target.scrollIntoView({ block: "center" });
      }
    }

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => { show(); remember(); });
    // By itself the form would be emptied only after this event.
    form.addEventListener("reset", (event) => { event.preventDefault(); clear(); });
    addEventListener("hashchange", revealTarget);
    const asked = new URLSearchParams(location.search);
    form.elements.q.value = asked.get("q") ?? "";
    for (const choice of choices) {
      const value = asked.get(choice.name);
      if ([...choice.options].some((option) => option.value === value)) choice.value = value;
    }
    form.hidden = false;
    show();
    revealTarget();
  }

  document.querySelectorAll("table.sortable").forEach(makeSortable);
  document.querySelectorAll("form.table-filter").forEach(makeFilter);
})();
