// An address inside a folded part opens it.
(() => {
  "use strict";
  function unfold() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target && target.closest("details");
    if (!folded) return;
    folded.open = true;
    target.scrollIntoView({ block: "start" });
  }
  addEventListener("hashchange", unfold);
  unfold();
})();
