// Figures open large, on a click, Enter or their button, and go back where they were.
(() => {
  "use strict";
  const { element, say } = book;
  const DRAWING = ":scope > img, :scope > svg";
  const LEAST = 900; // pixels that a figure is wide when it is open, on a small screen too
  const GROWN = 1.5; // and times its width on the page, though it may then have to be scrolled

  function widthOf(drawing) {
    const { width, height } = drawing.getBoundingClientRect();
    const room = { width: innerWidth - 48, height: innerHeight - 130 };
    const whole = Math.min(room.width, room.height * width / height);
    return Math.max(whole, Math.min(room.width, GROWN * width), Math.min(LEAST, 2.4 * room.width));
  }

  function open(frame) {
    const drawing = frame.querySelector(DRAWING);
    if (!drawing) return;
    const caption = frame.closest("figure")?.querySelector("figcaption")?.cloneNode(true);
    for (const extra of caption?.querySelectorAll(".headerlink, .made-by") ?? []) extra.remove();
    const said = caption?.textContent.trim() || drawing.getAttribute("alt") || drawing.getAttribute("aria-label") || say("Figure");
    const close = element("button", say("Close"), { type: "button", class: "close" });
    const held = element("div", undefined, { class: "held", tabindex: "0", role: "group", "aria-label": say("Figure") });
    const dialog = element("dialog", undefined, { class: "enlarged screen-only", "aria-label": said.slice(0, 120) });
    const width = widthOf(drawing);
    const style = drawing.getAttribute("style");
    // The drawing itself goes: its identifiers stay unique, and its place stays as high as it was.
    frame.style.minHeight = `${frame.offsetHeight}px`;
    held.append(drawing);
    drawing.style.width = `${Math.round(width)}px`;
    const words = element("div", undefined, { class: "said" });
    words.append(...caption?.childNodes ?? []);
    dialog.append(close, held, words);
    document.body.append(dialog);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("close", () => {
      if (style === null) drawing.removeAttribute("style");
      else drawing.setAttribute("style", style);
      frame.append(drawing);
      frame.style.minHeight = "";
      dialog.remove();
      frame.focus({ preventScroll: true });
    });
    dialog.showModal();
  }

  for (const frame of document.querySelectorAll(".figure-frame")) {
    const button = element("button", say("Enlarge"), { type: "button", class: "enlarge screen-only", "aria-haspopup": "dialog" });
    frame.before(button);
    button.addEventListener("click", () => open(frame));
    frame.addEventListener("click", (event) => { if (!event.target.closest("a")) open(frame); });
    frame.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target !== frame) return;
      event.preventDefault();
      open(frame);
    });
  }
})();
