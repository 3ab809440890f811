// Switches of the report reader. Without them the page shows everything.
(() => {
  "use strict";
  const tools = document.querySelector(".reader-tools");
  if (!tools) return;
  const article = document.querySelector(".bd-article");
  const sentences = [...article.querySelectorAll(".s")];
  const buttons = [...tools.querySelectorAll("[data-theme-id]")];
  const found = tools.querySelector(".found");
  const step = document.createElement("button");
  let shown = [];
  let at = -1;

  const themes = (sentence) => (sentence.dataset.t || "").split(" ");

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
      ? `${shown.length} of ${sentences.length} sentences have the theme ${theme}, ${primary} of them as the primary one. ` : "";
    step.textContent = "Next one";
    if (shown.length) found.append(step);
  }

  function visit() {
    at = (at + 1) % shown.length;
    step.textContent = `Next one (${at + 1} of ${shown.length})`;
    shown[at].scrollIntoView({ block: "center" });
    shown[at].tabIndex = -1;
    shown[at].focus({ preventScroll: true });
  }

  function revealTarget() {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.classList.contains("s")) target.scrollIntoView({ block: "center" });
  }

  step.type = "button";
  step.textContent = "Next one";
  step.addEventListener("click", visit);
  for (const button of buttons) {
    button.addEventListener("click", () =>
      show(button.getAttribute("aria-pressed") === "true" ? "" : button.dataset.themeId));
  }
  for (const box of tools.querySelectorAll("[data-layer]")) {
    box.addEventListener("change", () =>
      article.classList.toggle(`no-${box.dataset.layer}`, !box.checked));
  }
  tools.hidden = false;
  const asked = new URLSearchParams(location.search).get("theme");
  if (buttons.some((button) => button.dataset.themeId === asked)) show(asked);
  addEventListener("hashchange", revealTarget);
  revealTarget();
})();
