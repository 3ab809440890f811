// The report reader: switches, and what is known of the sentence that is pointed at or focused.
// Without it the page shows everything.
(() => {
  "use strict";
  const tools = document.querySelector(".reader-tools");
  if (!tools) return;
  const { card, element, say } = book;
  const article = document.querySelector(".bd-article");
  const sentences = [...article.querySelectorAll(".s")];
  const buttons = [...tools.querySelectorAll("[data-theme-id]")];
  const layers = [...tools.querySelectorAll("[data-layer]")];
  const found = tools.querySelector(".found");
  const step = element("button", say("Next one"), { type: "button" });
  let shown = [];
  let at = -1;

  const themes = (sentence) => (sentence.dataset.t || "").split(" ");
  const chosen = () => buttons.find((one) => one.getAttribute("aria-pressed") === "true")?.dataset.themeId ?? "";

  function show(theme) {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.themeId === theme));
    }
    article.classList.toggle("filtered", Boolean(theme));
    shown = theme ? sentences.filter((one) => themes(one).includes(theme)) : [];
    for (const one of sentences) one.classList.toggle("on", shown.includes(one));
    at = -1;
    const primary = shown.filter((one) => themes(one)[0] === theme).length;
    found.textContent = theme
      ? `${say("{} of {} sentences have the theme {}, {} of them as the primary one.", shown.length, sentences.length, theme, primary)} ` : "";
    step.textContent = say("Next one");
    if (shown.length) found.append(step);
  }

  function showLayers() {
    for (const box of layers) article.classList.toggle(`no-${box.dataset.layer}`, !box.checked);
  }

  // The address says what is filtered, so that it can be passed on.
  function remember() {
    const query = new URLSearchParams(location.search);
    const hidden = layers.filter((box) => !box.checked).map((box) => box.dataset.layer);
    for (const [name, value] of [["theme", chosen()], ["hide", hidden.join(" ")]]) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    const search = query.toString() ? `?${query}` : location.pathname;
    try { history.replaceState(null, "", search + location.hash); } catch { /* some browsers refuse it for files */ }
  }

  function visit() {
    at = (at + 1) % shown.length;
    step.textContent = say("Next one ({} of {})", at + 1, shown.length);
    shown[at].scrollIntoView({ block: "center" });
    reach(shown[at]);
    shown[at].focus({ preventScroll: true });
  }

  function revealTarget() {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.classList.contains("s")) {
      target.scrollIntoView({ block: "center" });
      reach(target);
    }
  }

  // One sentence is in reach of Tab; arrows lead on from it.
  function reach(sentence) {
    for (const one of sentences) one.tabIndex = one === sentence ? 0 : -1;
  }

  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  article.addEventListener("keydown", (event) => {
    const index = sentences.indexOf(event.target);
    if (index < 0) return;
    if (event.key === "Enter") card.element.querySelector("button")?.focus();
    const next = sentences[index + STEPS[event.key]];
    if (!next) return;
    event.preventDefault();
    reach(next);
    next.focus();
  });

  const addressOf = (sentence) => {
    const canonical = document.querySelector('link[rel="canonical"]')?.href;
    return `${canonical || location.href.split(/[?#]/)[0]}#${sentence.id}`;
  };
  const placeOf = (sentence) => `¶ ${sentence.id.slice(1).replace("-s", ".")}`;
  const isChinese = document.documentElement.lang.startsWith("zh");
  const { citation, citationZh } = tools.dataset;
  const citationOf = (sentence) => ((isChinese && citationZh) || citation).replace("{place}", placeOf(sentence));

  function copyButton(label, text, status) {
    const button = element("button", say(label), { type: "button" });
    button.addEventListener("click", async () => {
      status.textContent = say(await copied(text) ? "Copied." : "The browser did not let it be copied.");
    });
    return button;
  }

  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch { /* older browsers, and some for files, know another way only */ }
    const field = element("textarea", text);
    card.element.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }

  // What the page says of the sentence in “Why”, below its paragraph.
  function reasons(sentence) {
    const paragraph = sentence.closest(".rp");
    const item = paragraph?.querySelector(`.why .codes a[href="#${CSS.escape(sentence.id)}"]`)?.closest("li");
    return item ? [...item.cloneNode(true).childNodes] : [];
  }

  function open(sentence, y) {
    const status = element("span", "", { role: "status" });
    const why = element("div", undefined, { class: "why" });
    why.append(...reasons(sentence));
    const text = sentence.textContent;
    const copies = element("p", undefined, { class: "copies" });
    copies.append(
      copyButton("Copy address", addressOf(sentence), status),
      copyButton("Copy citation", `${citationOf(sentence)} ${addressOf(sentence)}`, status),
      copyButton("Copy quotation", `“${text}” ${citationOf(sentence)} ${addressOf(sentence)}`, status),
      " ", status);
    card.show(sentence, [why, copies], { y, label: say("Sentence {}", placeOf(sentence)) });
  }

  const sentenceAt = (target) => target instanceof Element ? target.closest(".rp > p > .s") : null;
  card.watch(sentenceAt, open);
  article.addEventListener("click", (event) => {
    const sentence = sentenceAt(event.target);
    if (sentence) open(sentence, event.clientY);
    else if (!card.element.contains(event.target)) card.hide();
  });

  step.addEventListener("click", visit);
  for (const button of buttons) {
    button.addEventListener("click", () => {
      show(button.getAttribute("aria-pressed") === "true" ? "" : button.dataset.themeId);
      remember();
    });
  }
  for (const box of layers) box.addEventListener("change", () => { showLayers(); remember(); });
  const asked = new URLSearchParams(location.search);
  const hidden = (asked.get("hide") ?? "").split(" ");
  for (const box of layers) box.checked = !hidden.includes(box.dataset.layer);
  showLayers();
  if (buttons.some((button) => button.dataset.themeId === asked.get("theme"))) show(asked.get("theme"));
  if (sentences.length) reach(sentences[0]);
  addEventListener("hashchange", revealTarget);
  revealTarget();
})();
