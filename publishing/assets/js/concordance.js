// Key word in context over all reports, from the text that corpus.js carries.
(() => {
  "use strict";
  const form = document.querySelector(".kwic-form");
  const corpus = globalThis.BOOK_CORPUS;
  if (!form || !corpus) return;
  const found = document.querySelector(".kwic-found");
  const counts = document.querySelector(".kwic-counts");
  const lines = document.querySelector(".kwic");
  const SHOWN = 400;

  // As the lexicon does: widths and kinds of comma are alike. One character becomes one character.
  const fold = (text) => text.toLowerCase().replace(/[\uff01-\uff5e\u3000]/g,
    (c) => c === "\u3000" ? " " : String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll("、", ",");

  // Without quotation marks; `places` has the place of each character that is left.
  const QUOTES = "\"'“”‘’„‟‚‛〝〞〟";
  function matched(text) {
    const folded = fold(text);
    const places = [...folded.split("").keys()].filter((at) => !QUOTES.includes(folded[at]));
    return { kept: places.map((at) => folded[at]).join(""), places };
  }

  const texts = corpus.flatMap((report) => report.units.map(([id, ...sentences]) => {
    const text = sentences.join("");
    return { report, id, sentences, text, ...matched(text) };
  }));

  function occurrences(term) {
    const { kept: wanted } = matched(term);
    const all = [];
    for (const unit of wanted ? texts : []) {
      for (let i = unit.kept.indexOf(wanted); i >= 0; i = unit.kept.indexOf(wanted, i + 1)) {
        const at = unit.places[i];
        all.push({ ...unit, at, length: unit.places[i + wanted.length - 1] + 1 - at });
      }
    }
    return all;
  }

  function sentenceAt(line) {
    let end = 0;
    const index = line.sentences.findIndex((sentence) => line.at < (end += sentence.length));
    return index + 1;
  }

  // Headings on lines of their own have the number of their section.
  function placeOf(line) {
    const number = line.id.slice(1);
    if (line.id.startsWith("h")) return { label: `heading\u00a0${number}`, anchor: `s${number.replaceAll(".", "-")}` };
    const sentence = sentenceAt(line);
    return { label: `¶\u00a0${number}.${sentence}`, anchor: `${line.id}-s${sentence}` };
  }

  const before = (line, width) => line.text.slice(Math.max(0, line.at - width), line.at);
  const after = (line, width) => line.text.slice(line.at + line.length, line.at + line.length + width);
  const reversed = (text) => [...text].reverse().join("");
  const order = new Intl.Collator("zh");
  const sorters = {
    place: () => 0,
    right: (a, b) => order.compare(after(a, 12), after(b, 12)),
    left: (a, b) => order.compare(reversed(before(a, 12)), reversed(before(b, 12))),
  };

  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function table(caption, head, rows, kind = "") {
    const made = element("table", undefined, { class: kind });
    made.append(element("caption", caption));
    const top = made.createTHead().insertRow();
    for (const label of head) top.append(element("th", label, { scope: "col" }));
    const body = made.createTBody();
    for (const cells of rows) body.insertRow().append(...cells);
    return made;
  }

  function countTable(all) {
    return table("By report", ["Report", "Occurrences", "In 10,000 characters"], corpus.map((report) => {
      const size = report.units.reduce((sum, [, ...s]) => sum + s.join("").length, 0);
      const number = all.filter((line) => line.report === report).length;
      return [element("th", report.name, { scope: "row" }), element("td", String(number)),
        element("td", size ? (number / size * 10000).toFixed(1) : "")];
    }), "counts");
  }

  function lineTable(all) {
    const width = Math.max(5, Math.min(22, Math.floor(lines.clientWidth / 42)));
    return table("Lines", ["Before", "Term", "After", "Place"], all.slice(0, SHOWN).map((line) => {
      const { label, anchor } = placeOf(line);
      const link = element("a", `${line.report.name}, ${label}`,
        { href: `reports/${line.report.id}.html#${anchor}` });
      const place = element("td", undefined, { class: "place" });
      place.append(link);
      return [element("td", before(line, width), { class: "left", lang: "zh-Hans" }),
        element("td", line.text.substr(line.at, line.length), { class: "node", lang: "zh-Hans" }),
        element("td", after(line, width), { class: "right", lang: "zh-Hans" }), place];
    }));
  }

  function show() {
    const term = form.q.value.trim();
    counts.replaceChildren();
    lines.replaceChildren();
    found.textContent = "";
    if (!term) return;
    const all = occurrences(term).sort(sorters[form.sort.value]);
    const reports = new Set(all.map((line) => line.report)).size;
    found.textContent = all.length
      ? `${all.length} occurrences in ${reports} of ${corpus.length} reports.` +
        (all.length > SHOWN ? ` The first ${SHOWN} are shown.` : "")
      : "It stands nowhere in the reports.";
    if (!all.length) return;
    counts.append(countTable(all));
    lines.append(lineTable(all));
  }

  function remember() {
    const query = new URLSearchParams(new FormData(form));
    try { history.replaceState(null, "", `?${query}`); } catch { /* some browsers refuse it for files */ }
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); remember(); show(); });
  form.sort.addEventListener("change", () => { remember(); show(); });
  const asked = new URLSearchParams(location.search);
  if (asked.get("q")) {
    form.q.value = asked.get("q");
    if (asked.get("sort") in sorters) form.sort.value = asked.get("sort");
    show();
  }
})();
