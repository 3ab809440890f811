// Key word in context over all reports, from the text that corpus.js carries.
(() => {
  "use strict";
  const form = document.querySelector(".kwic-form");
  if (!form) return;
  const { element, say } = book;
  const found = document.querySelector(".kwic-found");
  const counts = document.querySelector(".kwic-counts");
  const lines = document.querySelector(".kwic");
  const SHOWN = 400;
  let [glossary, corpus, texts] = [[], [], []];

  async function read() {
    glossary = await book.glossary();
    corpus = await book.data("corpus");
    texts = corpus.flatMap((report) => report.units.map(([id, ...sentences]) => {
      const text = sentences.join("");
      return { report, id, sentences, text, matched: book.matched(text) };
    }));
  }

  // The places of the first word that have one of each other word near them, with all between.
  function together([first, ...others], distance) {
    const gap = ([a, b], [c, d]) => Math.max(c - b, a - d, 0);
    return first.flatMap((place) => {
      const near = others.map((spans) => spans.filter((one) => gap(place, one) <= distance)
        .sort((one, other) => gap(place, one) - gap(place, other))[0]);
      if (near.includes(undefined)) return [];
      const all = [place, ...near];
      return [[Math.min(...all.map((one) => one[0])), Math.max(...all.map((one) => one[1]))]];
    });
  }

  // Every place of any of the queries, in the order of the text.
  function occurrences(queries, distance) {
    const wanted = queries.map((query) => book.parts(query).map((part) => book.pattern(part, { wild: true })))
      .filter((patterns) => patterns.length);
    return texts.flatMap((unit) => wanted.flatMap((patterns) => {
      const spans = patterns.map((one) => book.spans(unit.matched, one, true));
      return spans.every((one) => one.length) ? together(spans, distance) : [];
    }).sort((a, b) => a[0] - b[0]).map(([at, end]) => ({ ...unit, at, length: end - at })));
  }

  function placeOf(line) {
    let end = 0;
    const index = line.sentences.findIndex((sentence) => line.at < (end += sentence.length));
    return book.placeOf(line.id, index);
  }

  const before = (line, width) => line.text.slice(Math.max(0, line.at - width), line.at);
  const after = (line, width) => line.text.slice(line.at + line.length, line.at + line.length + width);
  const term = (line) => line.text.substr(line.at, line.length);
  const reversed = (text) => [...text].reverse().join("");
  const order = new Intl.Collator("zh");
  const sorters = {
    place: () => 0,
    right: (a, b) => order.compare(after(a, 12), after(b, 12)),
    left: (a, b) => order.compare(reversed(before(a, 12)), reversed(before(b, 12))),
  };

  function table(caption, head, rows, kind = "") {
    const made = element("table", undefined, { class: kind });
    made.append(element("caption", say(caption)));
    const top = made.createTHead().insertRow();
    for (const label of head) top.append(element("th", say(label), { scope: "col" }));
    const body = made.createTBody();
    for (const cells of rows) body.insertRow().append(...cells);
    return made;
  }

  function countTable(all) {
    return table("By report", ["Report", "Occurrences", "In 10,000 characters"], corpus.map((report) => {
      const size = report.units.reduce((sum, [, ...s]) => sum + s.join("").length, 0);
      const number = all.filter((line) => line.report === report).length;
      return [element("th", say(report.name), { scope: "row" }), element("td", String(number)),
        element("td", size ? (number / size * 10000).toFixed(1) : "")];
    }), "counts");
  }

  function lineTable(all, wanted) {
    const width = Math.max(5, Math.min(22, Math.floor(lines.clientWidth / 42)));
    return table("Lines", ["Before", "Term", "After", "Place"], all.map((line) => {
      const { label, anchor } = placeOf(line);
      const place = element("td", undefined, { class: "place" });
      place.append(element("a", `${say(line.report.name)}, ${label}`,
        { href: book.addressOf(line.report.id, anchor, wanted, "") }));
      return [element("td", before(line, width), { class: "left", lang: "zh-Hans" }),
        element("td", term(line), { class: "node", lang: "zh-Hans" }),
        element("td", after(line, width), { class: "right", lang: "zh-Hans" }), place];
    }));
  }

  function rows(all) {
    const lines = all.map((line) => {
      const { label, anchor } = placeOf(line);
      const address = new URL(`reports/${line.report.id}.html#${anchor}`, location.href).href;
      return [line.report.id, label.replace("\u00a0", " "), before(line, 40), term(line), after(line, 40), address];
    });
    return [["report", "place", "before", "term", "after", "address"], ...lines];
  }

  function button(text, act) {
    const made = element("button", text, { type: "button" });
    made.addEventListener("click", act);
    return made;
  }

  function download(all) {
    // The mark at the beginning tells spreadsheets that it is UTF-8.
    const blob = new Blob(["\ufeff", book.csv(rows(all))], { type: "text/csv;charset=utf-8" });
    const link = element("a", "", { href: URL.createObjectURL(blob), download: "concordance.csv" });
    link.click();
    URL.revokeObjectURL(link.href);
  }

  function told(instead, all) {
    const reports = new Set(all.map((line) => line.report)).size;
    return all.length
      ? `${instead}${say("{} occurrences in {} of {} reports.", all.length, reports, corpus.length)} ` +
        (all.length > SHOWN ? `${say("The first {} are shown.", SHOWN)} ` : "")
      : `${instead}${say("It stands nowhere in the reports.")}`;
  }

  async function show() {
    await ready;
    const query = form.q.value.trim();
    counts.replaceChildren();
    lines.replaceChildren();
    found.replaceChildren();
    if (!query) return;
    let wanted = [query];
    let all = occurrences(wanted, Number(form.within.value));
    // English finds the Chinese that the glossary has for it.
    const { terms, isWhole } = book.chineseFor(all.length ? "" : query, glossary);
    if (terms.length) {
      wanted = terms.map((one) => one.zh);
      all = occurrences(wanted, 0);
    }
    all.sort(sorters[form.sort.value]);
    found.append(told(terms.length ? book.instead(query, wanted.join("、"), isWhole) : "", all));
    if (!all.length) return;
    if (all.length > SHOWN) {
      found.append(button(say("Show all {}", all.length), (event) => {
        lines.replaceChildren(lineTable(all, wanted));
        event.target.remove();
      }), " ");
    }
    found.append(button(say("Save the lines as CSV"), () => download(all)));
    counts.append(countTable(all));
    lines.append(lineTable(all.slice(0, SHOWN), wanted));
  }

  function remember() {
    const query = new URLSearchParams(new FormData(form));
    try { history.replaceState(null, "", `?${query}`); } catch { /* some browsers refuse it for files */ }
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); remember(); show(); });
  for (const choice of [form.sort, form.within]) {
    choice.addEventListener("change", () => { remember(); show(); });
  }
  const asked = new URLSearchParams(location.search);
  for (const choice of [form.sort, form.within]) {
    const value = asked.get(choice.name);
    if ([...choice.options].some((option) => option.value === value)) choice.value = value;
  }
  form.q.value = asked.get("q") ?? form.q.value;
  const ready = read();
  show().catch((error) => { found.textContent = say("The text could not be read: {}.", error.message); });
})();
