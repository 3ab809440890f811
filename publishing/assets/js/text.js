// What search, concordance and marks share: how texts are compared, queries, packed data.
globalThis.book = (() => {
  "use strict";
  const here = document.currentScript.src;
  const HAN = /\p{Script=Han}/u;
  const QUOTES = "\"'“”‘’„‟‚‛〝〞〟";
  // What differs between the editions stands with the pages of each.
  const OF_EDITION = ["pages", "notes", "terms", "codes"];
  const isChinese = document.documentElement.lang.startsWith("zh");
  const own = new URL("_static/js/", new URL(document.documentElement.dataset.content_root || "./", location.href));
  const shared = new URL("../../", here); // the folder of images and downloads
  let simpler = new Map();

  // A text in the language of the edition, with values in place of `{}`, or of `{0}` by number.
  // What is quoted stays as it is.
  function say(text, ...values) {
    let next = 0;
    return known(text).replace(/(“?)\{(\d?)\}/g, (_, quote, number) => {
      const value = String(values[number || next++]);
      return quote + (quote ? value : known(value));
    });
  }
  const strings = new Map(Object.entries(globalThis.BOOK_STRINGS ?? {}));
  const known = (text) => strings.get(text) ?? text;

  // The switch leads to the same place of the other edition.
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest(".edition-switch");
    if (link) link.href = link.href.split(/[?#]/)[0] + location.search + location.hash;
  });

  // As the lexicon does: widths, kinds of comma and Traditional forms are alike.
  // One character becomes one character, so that places hold.
  function folded(c) {
    const lower = c.toLowerCase();
    const one = lower.length === c.length ? lower : c;
    if (one >= "\uff01" && one <= "\uff5e") return String.fromCharCode(one.charCodeAt(0) - 0xfee0).toLowerCase();
    if (one === "、") return ",";
    return /\s/.test(one) ? " " : simpler.get(one) ?? one;
  }
  const fold = (text) => text.split("").map(folded).join("");

  // Without quotation marks; `places` has the place of each character that is left.
  function matched(text) {
    const all = fold(text);
    const places = [...all.split("").keys()].filter((at) => !QUOTES.includes(all[at]));
    return { kept: places.map((at) => all[at]).join(""), places };
  }

  // Words of a query: what blanks part, but English words that follow each other are a phrase.
  function parts(query) {
    const words = matched(query).kept.split(" ").filter(Boolean);
    return words.reduce((all, word) => {
      const before = all.at(-1);
      if (before && !HAN.test(before) && !HAN.test(word)) all[all.length - 1] = `${before} ${word}`;
      else all.push(word);
      return all;
    }, []);
  }

  const WILD = { "*": "[^。;!\\n]{0,20}?", "?": "[^。;!\\n]" };
  const escaped = (c) => c === " " ? "\\s+" : c.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");

  // A word of English with its plural or singular, in British and American spelling.
  function forms(word) {
    if (word.length < 4) return word;
    const one = word.replace(/ies$/, "y").replace(/(?<![siu])s$/, "")
      .replace(/(?<=..[iy])[sz](?=e|ing|ation)/, "[sz]").replace(/(?<=...)ou?r$/, "ou?r").replace(/(?<=en)[cs](?=e$)/, "[cs]");
    return one.endsWith("y") ? `${one.slice(0, -1)}(?:y|ies|ys)` : `${one}(?:e?s)?`;
  }

  // What a query that is no pattern stands for: a blank for a hyphen, and a figure for itself with
  // commas at its thousands.
  function meant(part) {
    if (/^(?:\d{4,}|\d{1,3}(?:,\d{3})+)$/.test(part)) {
      return part.replaceAll(",", "").replace(/(?<=\d)(?=(?:\d{3})+$)/g, ",?");
    }
    return part.split(/([a-z]+|\s+%|%|(?<=[a-z])[ -](?=[a-z]))/).map((piece, at) => {
      if (at % 2 === 0) return [...piece].map(escaped).join("");
      return piece.endsWith("%") ? "\\s*%" : /[a-z]/.test(piece) ? forms(piece) : "[\\s-]+";
    }).join("");
  }

  // A figure is not found inside a longer one, nor an English word inside another, unless `begins`
  // asks for the words that begin like it.
  function pattern(part, { wild = false, begins = false } = {}) {
    if (wild ? !/[^*? ]/.test(part) : !/[\p{L}\p{N}]/u.test(part)) return /(?!)/gu;
    const body = wild ? [...part].map((c) => WILD[c] || escaped(c)).join("") : meant(part);
    const first = /^\d/.test(part) ? "(?<!\\d|\\d[.,])"
      : /^\p{Script=Latin}/u.test(part) ? "(?<!\\p{Script=Latin})" : "";
    const last = /\d$/.test(part) ? "(?!\\d|[.,]\\d)"
      : !wild && !begins && /\p{Script=Latin}$/u.test(part) ? "(?!\\p{Script=Latin})" : "";
    return new RegExp(first + body + last, "gu");
  }

  // Spans of a pattern in a text that was matched; `overlapping` ones as well where asked.
  function spans({ kept, places }, wanted, overlapping = false) {
    const all = [];
    wanted.lastIndex = 0;
    for (let hit = wanted.exec(kept); hit && hit[0]; hit = wanted.exec(kept)) {
      all.push([places[hit.index], places[hit.index + hit[0].length - 1] + 1]);
      if (overlapping) wanted.lastIndex = hit.index + 1;
    }
    return all;
  }

  // English as it is compared: without case, hyphens and the s of a plural.
  const plain = (text) => fold(text).trim().split(/[ -]+/)
    .map((word) => word.length > 3 ? word.replace(/ies$/, "y").replace(/(?<![su])s$/, "") : word).join(" ");

  // The Chinese of an English term, from the glossary; of part of a term only where few have it.
  const FEW = 3;
  function chineseFor(query, glossary) {
    const wanted = plain(query);
    if (!wanted || HAN.test(wanted)) return { terms: [], isWhole: true };
    const named = (fits) => glossary.filter((term) => [term.en, ...term.also].some(fits));
    const whole = named((name) => plain(name) === wanted);
    const words = wanted.split(" ").map((word) => pattern(word));
    const some = whole.length ? [] : named((name) => words.every((one) => spans(matched(name), one).length));
    return { terms: some.length > FEW ? whole : [...whole, ...some], isWhole: whole.length > 0 };
  }

  // How it is said that instead of English its Chinese was looked for.
  const instead = (query, zh, isWhole) =>
    say(isWhole ? "“{}” is {} in the glossary: " : "The glossary has “{}” in {}: ", query, zh);

  // What Python's `b85encode` writes.
  const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

  async function unpack(code) {
    const bytes = new Uint8Array(Math.ceil(code.length / 5) * 4);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < code.length; at += 5) {
      const five = code.slice(at, at + 5).padEnd(5, "~");
      view.setUint32(at / 5 * 4, [...five].reduce((sum, letter) => sum * 85 + LETTERS.indexOf(letter), 0));
    }
    const rest = Math.ceil(code.length / 5) * 5 - code.length;
    const stream = new Blob([bytes.slice(0, bytes.length - rest)]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).json();
  }

  // What is typed is set, and spoken, in its language.
  addEventListener("input", ({ target }) => {
    if (target.type === "search") target.lang = HAN.test(target.value) ? "zh-Hans" : "en";
  });

  const asked = {};
  function data(name) {
    asked[name] ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(`${name}.js`, OF_EDITION.includes(name) ? own : here);
      script.onload = () => resolve(unpack(globalThis.BOOK_DATA[name]));
      script.onerror = () => reject(new Error(say("{} cannot be read", `${name}.js`)));
      document.head.append(script);
    });
    return asked[name];
  }

  // The glossary; Traditional forms, which come with it, from then on count as Simplified.
  async function glossary() {
    const known = await data("terms");
    simpler = new Map((known.traditional.match(/../gs) ?? []).map((pair) => [...pair]));
    return known.glossary;
  }

  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  const chinese = (text, name = "span") => element(name, text, { lang: "zh-Hans" });

  // The text with these spans of it in `mark`.
  function marked(text, found) {
    const made = document.createDocumentFragment();
    let at = 0;
    for (const [start, end] of found) {
      made.append(text.slice(at, start), element("mark", text.slice(start, end)));
      at = end;
    }
    made.append(text.slice(at));
    return made;
  }

  // Headings on lines of their own have the number of their section.
  function placeOf(unit, index) {
    const number = unit.slice(1);
    return unit.startsWith("h")
      ? { label: say("heading\u00a0{}", number), anchor: `s${number.replaceAll(".", "-")}` }
      : { label: `¶\u00a0${number}.${index + 1}`, anchor: `${unit}-s${index + 1}` };
  }

  function addressOf(report, anchor, wanted, base) {
    const query = new URLSearchParams(wanted.map((one) => ["highlight", one]));
    return `${base}reports/${report}.html?${query}#${anchor}`;
  }

  // A spreadsheet would run a cell that begins like a formula.
  const field = (value) => `"${value.replace(/^\s*[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
  const csv = (rows) => rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");

  return {
    HAN, addressOf, chinese, chineseFor, csv, data, element, fold, glossary, instead, isChinese, marked, matched, parts,
    pattern, placeOf, plain, say, shared, spans,
  };
})();
