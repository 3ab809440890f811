// A reference shows what it leads to, on pointing or focus: sentences, terms, figures, literature.
(() => {
  "use strict";
  const { chinese, element, isChinese, say, shared } = book;
  const DELAY = 250;
  const root = new URL(document.documentElement.dataset.content_root || "./", location.href);
  const card = element("div", undefined, { id: "book-card", class: "book-card screen-only" });
  card.hidden = true;
  document.body.append(card);
  let owner = null;
  let timer = 0;
  let isGivenBack = false; // the focus, to what a card was shown for

  // The line of the owner that the pointer is on, else its first one.
  function lineOf(one, y) {
    const rects = [...one.getClientRects()];
    return rects.find((rect) => y >= rect.top && y <= rect.bottom) ?? rects[0] ?? one.getBoundingClientRect();
  }

  function place(line) {
    const width = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(line.left, width - card.offsetWidth - 8));
    const below = line.bottom + card.offsetHeight + 8 < innerHeight || line.top < card.offsetHeight + 60;
    const room = below ? innerHeight - line.bottom - 13 : line.top - 13;
    card.style.maxHeight = `${Math.max(120, Math.min(0.6 * innerHeight, room))}px`;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(below ? line.bottom + 5 : line.top - card.offsetHeight - 5) + scrollY}px`;
  }

  // A tooltip only tells; a dialog holds buttons, and has a name.
  function show(one, content, { y = NaN, label = "" } = {}) {
    hide();
    owner = one;
    card.setAttribute("role", label ? "dialog" : "tooltip");
    if (label) card.setAttribute("aria-label", label);
    else {
      card.removeAttribute("aria-label");
      one.setAttribute("aria-describedby", card.id);
    }
    card.replaceChildren(...content);
    card.hidden = false;
    place(lineOf(one, y));
  }

  function hide() {
    clearTimeout(timer);
    owner?.removeAttribute("aria-describedby");
    owner = null;
    card.hidden = true;
  }

  function later(act) {
    clearTimeout(timer);
    timer = setTimeout(act, DELAY);
  }

  // What shows a card: `find` gives the element for a place pointed at or focused, or null.
  function watch(find, open) {
    document.addEventListener("mouseover", (event) => {
      const one = find(event.target);
      if (one && one === owner) clearTimeout(timer);
      else if (one) later(() => open(one, event.clientY));
    });
    document.addEventListener("mouseout", (event) => {
      const one = find(event.target);
      if (one && !one.contains(event.relatedTarget)) later(hide);
    });
    document.addEventListener("focusin", (event) => {
      const one = find(event.target);
      if (one && one !== owner && !isGivenBack && event.target.matches(":focus-visible")) open(one, NaN);
    });
    document.addEventListener("focusout", (event) => {
      if (owner && find(event.target) === owner && !card.contains(event.relatedTarget)) hide();
    });
  }

  card.addEventListener("mouseenter", () => clearTimeout(timer));
  card.addEventListener("mouseleave", () => { if (!card.contains(document.activeElement)) later(hide); });
  card.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !card.contains(event.relatedTarget) && event.relatedTarget !== owner) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || card.hidden) return;
    const back = card.contains(document.activeElement) ? owner : null;
    hide();
    isGivenBack = true;
    back?.focus();
    isGivenBack = false;
  });

  // What a reference leads to, told in the parts of a card; null where there is nothing to tell.

  async function sentence(report, anchor) {
    const [unit, number] = anchor.split("-s");
    const [corpus, notes] = await Promise.all([book.data("corpus"), book.data("notes")]);
    const from = corpus.find((one) => one.id === report);
    const [, ...sentences] = from?.units.find(([name]) => name === unit) ?? [];
    const text = number ? sentences[number - 1] : sentences.join("");
    if (!text) return null;
    const [themes, move, english] = notes.sentences[report]?.[anchor] ?? [];
    const label = number ? `¶ ${unit.slice(1)}.${number}` : `¶ ${unit.slice(1)}`;
    const told = [`${say(from.name)}, ${label}`, themes && say("theme {}", themes.replaceAll(" ", ", ")), move && say(move)];
    const short = text.length > 220 ? `${text.slice(0, 220)}…` : text;
    return [element("p", told.filter(Boolean).join("; "), { class: "head" }), chinese(short, "p"),
      ...english ? [element("p", english), element("p", say("Working translation"), { class: "head" })] : []];
  }

  async function term(zh) {
    const found = (await book.glossary()).find((one) => one.zh === zh);
    if (!found) return null;
    const head = element("p");
    head.append(...isChinese ? [element("b", zh)] : [chinese(zh), " ", element("b", found.en)]);
    const also = found.also.length && !isChinese ? [element("p", say("Also translated: {}", found.also.join("; ")), { class: "head" })] : [];
    return [head, element("p", found.sense), ...also];
  }

  async function code(id) {
    const found = (await book.data("codes")).find((one) => one.id === id);
    if (!found) return null;
    const head = element("p");
    head.append(found.kind === "instrument" ? "" : `${id} `,
      ...isChinese ? [element("b", found.zh)] : [element("b", found.en), " ", chinese(found.zh)]);
    return [element("p", say("Codebook: {}", found.kind), { class: "head" }), head,
      ...found.sense ? [element("p", found.sense)] : []];
  }

  async function exhibit(address) {
    const [caption, image] = (await book.data("notes")).exhibits[address] ?? [];
    if (!caption) return null;
    const picture = image ? [element("img", undefined, { src: new URL(image, shared), alt: "" })] : [];
    return [...picture, element("p", caption)];
  }

  // A chapter or a section of another page, by how it begins; on the page itself one is soon there.
  async function section(page, anchor) {
    if (new URL(page, root).pathname === location.pathname) return null;
    const [heading, beginning] = (await book.data("notes")).sections[`${page}#${anchor}`] ?? [];
    return heading ? [element("p", heading, { class: "head" }), element("p", beginning)] : null;
  }

  // A part of a figure says its value first, then what it leads to.
  async function told(link) {
    if (!link.closest("svg")) return goal(link);
    const value = link.getAttribute("aria-label");
    return [...value ? [element("p", value)] : [], ...await goal(link) ?? []];
  }

  async function goal(link) {
    if (link.matches("span")) return term(link.textContent);
    const goal = new URL(link.href.baseVal ?? link.href, location.href);
    if (!goal.href.startsWith(root.href)) return null;
    const page = goal.pathname.slice(root.pathname.length);
    const anchor = decodeURIComponent(goal.hash.slice(1));
    const report = page.match(/^book\/_generated\/reports\/(.+)\.html$/);
    if (report && /^p\d+(-s\d+)?$/.test(anchor)) return sentence(decodeURIComponent(report[1]), anchor);
    if (page.endsWith("_generated/glossary.html") && anchor) return term(anchor.replace(/^term-/, ""));
    if (page.endsWith("_generated/concordance.html")) return term(goal.searchParams.get("q"));
    if (page.endsWith("_generated/codebook.html") && anchor) return code(anchor);
    if (page.endsWith("bibliography.html") && anchor) return link.title || link.dataset.title
      ? [element("p", link.title || link.dataset.title)] : null;
    return await exhibit(`${page}#${anchor}`) ?? section(page, anchor);
  }

  // A Chinese word is a term where the glossary has it; the rest of the Chinese stays silent.
  const REFERENCE = "article a[href]:not(.headerlink, .pn), .bd-search-container a[href]";
  const WORD = "article p span[lang='zh-Hans'], article li span[lang='zh-Hans']";

  function reference(target) {
    if (!(target instanceof Element) || card.contains(target)) return null;
    const link = target.closest("a");
    if (link) return link.matches(REFERENCE) ? link : null;
    const word = target.closest(WORD);
    return word && word.textContent.length < 16 && !word.closest("[lang='zh-Hans'] [lang], .s") ? word : null;
  }

  let asked = null;
  watch(reference, async (one, y) => {
    asked = one;
    const content = await told(one);
    if (!content || asked !== one) return;
    // The browser's own tooltip would stand over the card.
    if (one.title) { one.dataset.title = one.title; one.removeAttribute("title"); }
    show(one, content, { y });
  });
  document.addEventListener("mouseout", () => { asked = null; });

  book.card = { element: card, hide, show, watch };
})();
