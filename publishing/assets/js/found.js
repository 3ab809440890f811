// Marks on a page what was searched for, as it was typed, and leads from place to place.
(() => {
  "use strict";
  const wanted = new URLSearchParams(location.search).getAll("highlight").filter(Boolean);
  const article = document.querySelector("article.bd-article");
  if (!wanted.length || !article) return;
  const BLOCK = "p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, summary, figcaption, caption, pre, div, section, article";
  const PASSED = ".why, .aside, .facts, .file-facts, .reader-legend, .reader-tools, .cite-page, .headerlink, .cell_input, script, style, math, svg, noscript";

  // Texts of blocks, each with its nodes: a term may run over the border of an element.
  function segments() {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const all = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest(PASSED)) continue;
      const block = node.parentElement.closest(BLOCK);
      if (all.at(-1)?.block !== block) all.push({ block, nodes: [] });
      all.at(-1).nodes.push(node);
    }
    return all;
  }

  function placeIn(nodes, at, isEnd) {
    for (const node of nodes) {
      if (at < node.length || (isEnd && at === node.length)) return [node, at];
      at -= node.length;
    }
    return [nodes.at(-1), nodes.at(-1).length];
  }

  function wrap(nodes, [start, end]) {
    const range = document.createRange();
    range.setStart(...placeIn(nodes, start, false));
    range.setEnd(...placeIn(nodes, end, true));
    const mark = book.element("mark", undefined, { class: "highlighted" });
    mark.append(range.extractContents());
    // What was cut in two keeps its name in one part only.
    for (const copy of mark.querySelectorAll("[id]")) copy.removeAttribute("id");
    range.insertNode(mark);
    return mark;
  }

  function markAll(how) {
    const patterns = wanted.flatMap((one) => book.parts(one)).map((part) => book.pattern(part, how));
    return segments().flatMap(({ nodes }) => {
      const text = book.matched(nodes.map((node) => node.data).join(""));
      const found = patterns.flatMap((one) => book.spans(text, one)).sort((a, b) => b[0] - a[0]);
      const apart = found.filter((one, i) => i === 0 || one[1] <= found[i - 1][0]);
      return apart.map((span) => wrap(nodes, span)).reverse();
    });
  }

  const whole = markAll();
  const marks = whole.length ? whole : markAll({ begins: true });
  if (!marks.length) return;
  const bar = book.element("div", undefined, { class: "found-bar screen-only", role: "group", "aria-label": book.say("Places found") });
  const told = book.element("span", "", { role: "status" });
  let at = -1;

  function visit(index) {
    marks[at]?.classList.remove("current");
    at = (index + marks.length) % marks.length;
    const mark = marks[at];
    book.unfold(mark);
    mark.classList.add("current");
    mark.scrollIntoView({ block: "center" });
    told.textContent = book.say("{} of {}", at + 1, marks.length);
  }

  function clear() {
    for (const mark of marks) mark.replaceWith(...mark.childNodes);
    bar.remove();
  }

  function button(text, label, act) {
    const made = book.element("button", text, { type: "button", "aria-label": book.say(label) });
    made.addEventListener("click", act);
    return made;
  }

  bar.append(book.element("b", wanted.join(" "), book.HAN.test(wanted.join()) ? { lang: "zh-Hans" } : {}), " ", told,
    button("‹", "Place before", () => visit(at - 1)),
    button("›", "Next place", () => visit(at + 1)),
    button("×", "Take the marks away", clear));
  document.body.append(bar);
  // The first one in the part that the address names, else on the page.
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const first = target ? marks.findIndex((mark) =>
    target.contains(mark) || target.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) : 0;
  visit(Math.max(0, first));
  // Until all is there, browsers go on leading to what the address names.
  if (target && document.readyState !== "complete") addEventListener("load", () => setTimeout(() => visit(at)), { once: true });
})();
