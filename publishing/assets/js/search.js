// What the search of the theme leaves to be wished for.
(() => {
  "use strict";
  // Pages carry title and contents a second time, for print: no part of what an excerpt shows.
  const textOf = Search.htmlToText;
  Search.htmlToText = (html, anchor) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    page.getElementById("jb-print-docs-body")?.remove();
    return textOf(page.documentElement.outerHTML, anchor);
  };
  if (location.protocol === "file:") {
    const note = document.createElement("p");
    note.className = "search-note";
    note.textContent = "Results come without excerpts here: in a book opened as a file, browsers let no page read another.";
    document.getElementById("search-results").before(note);
  }
})();
