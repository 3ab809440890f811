// The page of results: sentences of the reports, then terms, then pages.
(() => {
  "use strict";
  const { HAN, chinese, element, say } = book;
  const form = document.querySelector(".find-form");
  const summary = document.querySelector(".search-summary");
  const results = document.getElementById("search-results");
  const BASE = "book/_generated/";
  const FIRST = 3; // sentences of a report that are shown at once
  const SOME = 8; // terms and pages
  const AROUND = 70; // characters of an excerpt on each side

  const numbered = (n, one, many = `${one}s`) => say(`{} ${n === 1 ? one : many}`, n);

  // Spans of all parts of a query in a text, empty where one is missing.
  function hits(text, patterns) {
    const matched = book.matched(text);
    const found = patterns.map((one) => book.spans(matched, one));
    if (!found.length || found.some((spans) => !spans.length)) return [];
    const all = found.flat().sort((a, b) => a[0] - b[0]);
    return all.filter((one, i) => i === 0 || one[0] >= all[i - 1][1]);
  }

  // The text around the first span, all spans in it marked.
  function excerpt(text, spans) {
    const [start, end] = spans[0] ?? [0, 0];
    const from = start > AROUND * 1.5 ? start - AROUND : 0;
    const to = text.length - end > AROUND * 1.5 ? end + AROUND : text.length;
    const inside = spans.filter(([a, b]) => a >= from && b <= to).map(([a, b]) => [a - from, b - from]);
    const made = document.createDocumentFragment();
    made.append(from ? "…" : "", book.marked(text.slice(from, to), inside), to < text.length ? "…" : "");
    return made;
  }

  // A list whose further items unfold.
  function listed(items, shown, more) {
    const made = document.createDocumentFragment();
    const first = element("ul");
    first.append(...items.slice(0, shown));
    made.append(first);
    if (items.length > shown) {
      const rest = element("details");
      const others = element("ul");
      others.append(...items.slice(shown));
      rest.append(element("summary", more(items.length - shown)), others);
      made.append(rest);
    }
    return made;
  }

  function part(title, told) {
    const made = element("section");
    made.append(element("h2", title), element("p", told, { class: "told" }));
    return made;
  }

  function sentencesOf(report, patterns) {
    return report.units.flatMap(([unit, ...sentences]) => sentences.flatMap((text, index) => {
      const spans = hits(text, patterns);
      return spans.length ? [{ text, spans, ...book.placeOf(unit, index) }] : [];
    }));
  }

  // Reports by their names: a place, a year.
  function byName(corpus, patterns) {
    const found = corpus.filter(({ id, name }) =>
      [name, say(name), id.replaceAll("-", " ")].some((one) => hits(one, patterns).length));
    if (!found.length) return null;
    const made = part(say("Reports"), say("{} of the book.", numbered(found.length, "report")));
    made.append(listed(found.map(({ id, name }) => {
      const item = element("li", undefined, { class: "hit" });
      item.append(element("a", say(name), { href: `${BASE}reports/${id}.html` }));
      return item;
    }), SOME, (n) => say("{} more", n)));
    return made;
  }

  // In the reports: each sentence leads to its place, each number to its lines.
  function inReports(corpus, wanted, told, how) {
    const patterns = book.parts(wanted).map((one) => book.pattern(one, how));
    const found = corpus.map((report) => ({ report, sentences: sentencesOf(report, patterns) }))
      .filter((one) => one.sentences.length);
    if (!found.length) return null;
    const places = found.flatMap((one) => one.sentences).reduce((sum, one) => sum + one.spans.length, 0);
    const all = found.reduce((sum, one) => sum + one.sentences.length, 0);
    const made = part(say("In the reports"), told + say("{} in {} of {} of {} reports. ",
      numbered(places, "place"), numbered(all, "sentence"), found.length, corpus.length));
    made.lastChild.append(element("a", say("All as lines with their context"),
      { href: `${BASE}concordance.html?${new URLSearchParams({ q: wanted })}` }));
    for (const { report, sentences } of found) {
      const items = sentences.map(({ text, spans, label, anchor }) => {
        const item = element("li", undefined, { class: "hit" });
        const words = chinese(undefined);
        words.append(excerpt(text, spans));
        item.append(words, " ", element("a", `${say(report.name)}, ${label}`,
          { href: book.addressOf(report.id, anchor, [wanted], BASE) }));
        return item;
      });
      made.append(element("h3", `${say(report.name)}: ${sentences.length}`),
        listed(items, FIRST, (n) => numbered(n, "further sentence")));
    }
    return made;
  }

  const number = ({ id }) => id.replace(/^\D+/, "");

  // How well a term answers: its name, part of a name, or only what is said of it; 0 is not at all.
  function rank(term, query, patterns) {
    const numbered = term.kind === "theme" ? [`theme ${number(term)}`, `theme ${term.id}`, say("theme {}", number(term))] : [];
    const names = [term.zh, term.en, term.id ?? "", ...numbered, ...term.also];
    if (names.some((name) => book.plain(name) === book.plain(query))) return 3;
    if (names.some((name) => hits(name, patterns).length)) return 2;
    return hits(term.sense, patterns).length ? 1 : 0;
  }

  function termItem(term, patterns) {
    const item = element("li", undefined, { class: "hit" });
    const link = element("a", undefined, { href: term.id
      ? `${BASE}codebook.html#${term.id}` : `${BASE}glossary.html#term-${encodeURIComponent(term.zh)}` });
    const zh = chinese(undefined);
    zh.append(book.marked(term.zh, hits(term.zh, patterns)));
    const inEnglish = hits(term.en, patterns);
    // In Chinese the English name is shown where it was asked for.
    link.append(zh, ...book.isChinese && !inEnglish.length ? [] : [" ", book.marked(term.en, inEnglish)]);
    const also = term.also.filter((name) => hits(name, patterns).length);
    item.append(link, term.id ? ` (${say(term.kind)}${term.kind === "instrument" ? "" : ` ${term.id}`})` : ` (${say("glossary")})`);
    if (also.length) {
      const others = HAN.test(also.join()) ? chinese(undefined) : element("span");
      others.append(book.marked(also.join("; "), hits(also.join("; "), patterns)));
      item.append(say("; also "), others);
    }
    if (term.sense) item.append(element("br"), book.marked(term.sense, hits(term.sense, patterns)));
    return item;
  }

  function inTerms(terms, query, patterns) {
    const ranked = terms.map((term) => ({ term, rank: rank(term, query, patterns) }))
      .filter((one) => one.rank).sort((a, b) => b.rank - a.rank);
    if (!ranked.length) return {};
    const made = part(say("Terms"), say("{} of glossary and codebook.", numbered(ranked.length, "entry", "entries")));
    made.append(listed(ranked.map(({ term }) => termItem(term, patterns)), SOME, (n) => say("{} more", n)));
    return ranked[0].rank > 1 ? { named: made } : { mentioned: made };
  }

  function inPage(page, patterns) {
    const sections = page.sections.map(([anchor, title, text]) =>
      ({ anchor, title, text, inTitle: hits(title, patterns), spans: hits(text, patterns) }))
      .filter((one) => one.inTitle.length || one.spans.length);
    const count = sections.reduce((sum, one) => sum + one.inTitle.length + one.spans.length, 0);
    const best = [...sections].sort((a, b) => b.inTitle.length - a.inTitle.length || b.spans.length - a.spans.length)[0];
    return { page, best, count, isNamed: hits(page.title, patterns).length > 0 };
  }

  function inPages(pages, patterns, wanted) {
    const found = pages.map((page) => inPage(page, patterns)).filter((one) => one.count)
      .sort((a, b) => b.isNamed - a.isNamed || b.best.inTitle.length - a.best.inTitle.length || b.count - a.count);
    if (!found.length) return null;
    const made = part(say("Pages"), say("{} of the book.", numbered(found.length, "page")));
    const query = new URLSearchParams(wanted.map((one) => ["highlight", one]));
    made.append(listed(found.map(({ page, best, count }) => {
      const item = element("li", undefined, { class: "hit" });
      const name = best.title === page.title ? page.title : `${page.title}: ${best.title}`;
      item.append(element("a", name, { href: `${page.page}?${query}${best.anchor ? `#${best.anchor}` : ""}` }),
        ` (${numbered(count, "place")})`);
      if (best.spans.length) item.append(element("br"), excerpt(best.text, best.spans));
      return item;
    }), SOME, (n) => numbered(n, "further page")));
    return made;
  }

  // Each word of English by itself; small ones only where there are no others.
  const SMALL = new Set("a an and by for from in is of on or the to with".split(" "));
  function apart(parts) {
    const words = parts.flatMap((one) => HAN.test(one) ? [one] : one.split(" "));
    const telling = words.filter((word) => !SMALL.has(word));
    return telling.length ? telling : words;
  }

  // English words as a phrase, else, where it stands nowhere, each by itself in one section.
  function pagesFor(pages, parts, how) {
    const as = (wanted) => inPages(pages, wanted.map((one) => book.pattern(one, how)), wanted);
    return as(parts) ?? (parts.some((one) => one.includes(" ")) ? as(apart(parts)) : null);
  }

  function foundFor(query, { glossary, corpus, codes, pages }, how) {
    const parts = book.parts(query);
    const words = apart(parts).map((one) => book.pattern(one, how));
    const made = [byName(corpus, words), inReports(corpus, book.fold(query).trim(), "", how)];
    // English finds the Chinese that the glossary has for it.
    const { terms, isWhole } = book.chineseFor(query, glossary);
    for (const { zh } of terms) made.push(inReports(corpus, zh, book.instead(query, zh, isWhole)));
    // A page comes before terms that only mention what is asked for.
    const { named, mentioned } = inTerms([...glossary, ...codes], query, words);
    made.push(named, pagesFor(pages, parts, how), mentioned);
    return made.filter(Boolean);
  }

  async function show(query) {
    const [glossary, corpus, codes, pages] = await Promise.all(
      [book.glossary(), book.data("corpus"), book.data("codes"), book.data("pages")]);
    const all = { glossary, corpus, codes, pages };
    const whole = foundFor(query, all);
    // Where no word is the one asked for, those that begin like it.
    const kept = whole.length ? whole : foundFor(query, all, { begins: true });
    results.replaceChildren(...kept);
    summary.textContent = kept.length ? "" : say("Nothing in the book holds “{}”.", query);
    summary.dataset.state = "finished";
  }

  const query = (new URLSearchParams(location.search).get("q") ?? "").trim();
  form.q.value = query;
  if (!query) form.q.focus();
  else {
    summary.textContent = say("Searching …");
    show(query).catch((error) => { summary.textContent = say("The search failed: {}.", error.message); });
  }
})();
