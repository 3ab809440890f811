"use strict";
/* The coding desk. `data` holds units, codebook and strings; nothing else is asked for. */

const data = JSON.parse(document.getElementById("data").textContent);
const at = (id) => document.getElementById(id);
const COLUMNS = ["report", "sentence", "start", "end", "primary", "themes", "move", "flags", "note", "weight"];
const THEME_KEYS = { x: "T10" };
for (let n = 0; n < 10; n += 1) THEME_KEYS[n] = `T${n}`;
const MOVE_KEYS = { r: "report", b: "problem", p: "plan" };
const FLAG_KEYS = { a: "admission", i: "intention" };
const DOUBT = "? "; // opens the note of a sentence that its coder was in doubt about
const KEPT = `desk:${data.sample}`;

const codes = new Map(data.codes.map((code) => [code.id, code]));
const of = (kind) => data.codes.filter((code) => code.kind === kind).map((code) => code.id);
const empty = () => ({ primary: "", themes: [], move: "", flags: [], doubt: false, memo: "" });

const state = {
  language: navigator.language.startsWith("zh") ? "zh" : "en",
  coder: "",
  round: data.training.length && data.trainFirst ? "training" : "sample",
  place: { training: 0, sample: 0 },
  codings: { training: {}, sample: {} },
  revealed: {},
};

const units = () => (state.round === "training" ? data.training : data.units);
const unit = () => units()[state.place[state.round]];
const name = (one) => `${one.report} ${one.sentence}`;
const coding = (one = unit()) => state.codings[state.round][name(one)] || empty();
const done = (one) => Boolean(coding(one).primary && coding(one).move);
const say = (key, values = {}) =>
  data.strings[state.language][key].replace(/\{(\w+)\}/g, (_, field) => values[field]);

/* What is kept in the browser. */

function keep() {
  try {
    localStorage.setItem(KEPT, JSON.stringify(state));
  } catch {
    tell(["unkept"]);
  }
}

function recall() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT));
    if (kept) Object.assign(state, kept);
  } catch {
    tell(["unkept"]);
  }
  // A page in one language opens the desk in it: desk.html?lang=zh.
  const asked = new URLSearchParams(location.search).get("lang");
  if (Object.hasOwn(data.strings, asked)) state.language = asked;
}

/* What is told stays by its key, so that it changes its language with the rest. */
let notices = [];

function tell(...said) {
  notices = said;
  showNotice();
}

function showNotice() {
  at("notice").textContent = notices.map(([key, values]) => say(key, values)).join(" ");
}

/* Coding one sentence. */

function change(edit) {
  const one = structuredClone(coding());
  edit(one);
  one.themes = one.primary === "T0" ? [] : one.themes.filter((theme) => theme !== one.primary && theme !== "T0");
  if (one.primary === "T0") one.move = "frame";
  else if (one.move === "frame") one.move = "";
  if (one.move !== "report") one.flags = [];
  state.codings[state.round][name(unit())] = one;
  keep();
  showForm();
  showProgress();
}

function toggle(list, item) {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}

function allowed(kind, id, one) {
  if (kind === "further") return id !== "T0" && one.primary !== "T0" && id !== one.primary;
  if (kind === "move") return one.primary === "" || (id === "frame") === (one.primary === "T0");
  return kind === "primary" || one.move === "report";
}

function choose(kind, id) {
  if (!allowed(kind, id, coding())) return;
  change((one) => {
    if (kind === "primary") one.primary = id;
    if (kind === "further") one.themes = toggle(one.themes, id);
    if (kind === "move") one.move = id;
    if (kind === "flags") one.flags = toggle(one.flags, id);
  });
  if (kind !== "further") unfold(id);
}

/* Moving through the round. */

function go(place) {
  state.place[state.round] = Math.max(0, Math.min(units().length - 1, place));
  tell();
  keep();
  show();
  at("where").focus(); // keys act from here, and a screen reader tells where one is
}

function goOn() {
  if (state.round === "training" && !state.revealed[name(unit())]) {
    if (!done(unit())) return tell(["finish"]);
    state.revealed[name(unit())] = true;
    keep();
    return show();
  }
  const here = state.place[state.round];
  const order = units().map((_, step) => (here + 1 + step) % units().length);
  const next = order.find((place) => !done(units()[place]));
  if (next !== undefined) return go(next);
  return tell(["all"]);
}

function turnTo(round) {
  state.round = round;
  go(state.place[round]);
}

/* Files. */

const quoted = (value) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

function rows() {
  return data.units.filter((one) => {
    const kept = state.codings.sample[name(one)];
    return kept && kept.primary && kept.move;
  }).map((one) => {
    const kept = state.codings.sample[name(one)];
    const note = (kept.doubt ? DOUBT : "") + kept.memo.replace(/\s+/g, " ").trim();
    return [one.report, one.sentence, one.start, one.end, kept.primary, kept.themes.join(";"), kept.move, kept.flags.join(";"), note, one.weight.toFixed(6)];
  });
}

function download(file, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function save() {
  const coded = rows();
  if (!coded.length) return tell([state.round === "training" ? "unsaved" : "nothing"]);
  if (!state.coder.trim()) {
    at("coder").focus();
    return tell(["name"]);
  }
  const stem = state.coder.trim().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "coder";
  const today = new Date();
  const date = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  const card = [["coder", JSON.stringify(state.coder.trim())], ["kind", "person"], ["date", date], ["codebook", JSON.stringify(data.version)], ["units", coded.length]];
  download(`${stem}.csv`, [COLUMNS, ...coded].map((row) => row.map((cell) => quoted(String(cell))).join(",") + "\n").join(""));
  download(`${stem}.yaml`, card.map(([field, value]) => `${field}: ${value}\n`).join(""));
  return tell(["saved", { done: coded.length }]);
}

function parsed(text) {
  const table = [[]];
  let cell = "";
  let inside = false;
  for (let n = 0; n < text.length; n += 1) {
    const sign = text[n];
    if (inside && sign === '"' && text[n + 1] === '"') { cell += '"'; n += 1; }
    else if (sign === '"') inside = !inside;
    else if (!inside && (sign === "," || sign === "\n")) {
      table.at(-1).push(cell);
      cell = "";
      if (sign === "\n") table.push([]);
    } else if (inside || sign !== "\r") cell += sign;
  }
  if (cell || table.at(-1).length) table.at(-1).push(cell);
  return table.filter((row) => row.length);
}

async function resume(files) {
  const said = [];
  for (const file of files) {
    const text = (await file.text()).replace(/^\ufeff/, "");
    if (file.name.endsWith(".yaml")) {
      const line = /^coder: *(.*)$/m.exec(text);
      if (line) state.coder = line[1].replace(/^"(.*)"$/, (whole) => JSON.parse(whole));
    } else said.push(...resumeRows(file.name, parsed(text)));
  }
  keep();
  turnTo("sample");
  at("coder").value = state.coder;
  tell(...said);
}

function resumeRows(file, [head = [], ...body]) {
  const place = Object.fromEntries(head.map((column, n) => [column, n]));
  if (COLUMNS.slice(0, 9).some((column) => !(column in place))) return [["refused", { file, columns: COLUMNS.join(",") }]];
  const known = new Set(data.units.map(name));
  let left = 0;
  for (const row of body) {
    const value = (column) => row[place[column]] || "";
    const list = (column) => value(column).split(";").map((item) => item.trim()).filter(Boolean);
    const key = `${value("report")} ${value("sentence")}`;
    const given = [value("primary"), value("move"), ...list("themes"), ...list("flags")];
    if (!known.has(key) || !given.every((id) => codes.has(id))) { left += 1; continue; }
    const doubt = value("note").startsWith(DOUBT.trim());
    state.codings.sample[key] = {
      primary: value("primary"), themes: list("themes").filter((id) => id !== value("primary")), move: value("move"), flags: list("flags"),
      doubt, memo: doubt ? value("note").slice(1).trim() : value("note"),
    };
  }
  return [["resumed", { done: body.length - left }], ...(left ? [["skipped", { left }]] : [])];
}

/* What is shown. Texts of reports and codebooks are only ever set as text. */

function element(tag, content = [], attributes = {}) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...[content].flat());
  return made;
}

const keyOf = (kind, id) => {
  const keys = { primary: THEME_KEYS, further: THEME_KEYS, move: MOVE_KEYS, flags: FLAG_KEYS }[kind];
  const key = Object.keys(keys).find((one) => keys[one] === id);
  return key === undefined ? "" : (kind === "further" ? `⇧${key}` : key);
};

function pills(kind, ids, type) {
  at(kind).replaceChildren(...ids.map((id) => {
    const input = element("input", [], { type, name: kind, value: id, id: `${kind}-${id}` });
    input.addEventListener("change", () => choose(kind, id));
    input.addEventListener("focus", () => kind !== "further" && unfold(id));
    const key = keyOf(kind, id);
    return element("label", [input, element("span", nameOf(id)), ...(key ? [element("kbd", key)] : [])], { class: "pill" });
  }));
}

function showForm() {
  const one = coding();
  const chosen = { primary: [one.primary], further: one.themes, move: [one.move], flags: one.flags };
  for (const [kind, ids] of Object.entries(chosen)) {
    for (const input of at(kind).querySelectorAll("input")) {
      input.checked = ids.includes(input.value);
      input.disabled = !allowed(kind, input.value, one);
    }
  }
  at("doubt").checked = one.doubt;
  if (document.activeElement !== at("memo")) at("memo").value = one.memo;
}

function showProgress() {
  const all = units().length;
  const coded = units().filter(done).length;
  at("progress").max = all;
  at("progress").value = coded;
  at("told").textContent = say("progress", { done: coded, all, at: state.place[state.round] + 1 });
  const waiting = state.round === "training" && !state.revealed[name(unit())];
  at("open").firstElementChild.textContent = say(waiting ? "check" : "open");
}

function nameOf(id) {
  const label = codes.get(id)?.name[state.language] || id;
  return /^T\d/.test(id) ? `${id} ${label}` : label;
}

function told(one) {
  return [one.primary, ...one.themes, one.move, ...one.flags].filter(Boolean).map(nameOf).join("; ");
}

function showAnswer() {
  const shown = state.round === "training" && state.revealed[name(unit())];
  at("answer").hidden = !shown;
  if (!shown) return at("answer").replaceChildren();
  const { answer } = unit();
  const own = coding();
  const same = (one) => JSON.stringify([one.primary, [...one.themes].sort(), one.move, [...one.flags].sort()]);
  const verdict = same(own) === same(answer) ? say("same") : say("other", { codes: told(own) });
  return at("answer").replaceChildren(
    element("p", say("adjudicated", { codes: told(answer) })), element("p", answer.why[state.language]), element("p", verdict));
}

function show() {
  const one = unit();
  at("where").replaceChildren(element("span", [one.title, ...one.headings].filter(Boolean).join(" › "), { lang: "zh-Hans" }));
  const sentence = element("mark", one.text);
  at("paragraph").replaceChildren(one.before, sentence, one.after);
  at("to-training").setAttribute("aria-pressed", String(state.round === "training"));
  at("to-sample").setAttribute("aria-pressed", String(state.round === "sample"));
  at("previous").disabled = state.place[state.round] === 0;
  at("next").disabled = state.place[state.round] === units().length - 1;
  showForm();
  showProgress();
  showAnswer();
  at("paragraph").scrollTop = sentence.offsetTop - at("paragraph").offsetTop;
}

function unfold(id) {
  for (const entry of at("entries").querySelectorAll("details")) entry.open = entry.dataset.code === id;
  const entry = at("entries").querySelector(`[data-code="${id}"]`);
  const aside = at("entries").parentElement; // scrolls by itself, or not at all on a small screen
  if (entry) aside.scrollTop = entry.offsetTop - aside.offsetTop;
}

function showEntries() {
  at("procedure").querySelector("ul").replaceChildren(
    ...data.procedure.filter((item) => item.language === state.language).map((item) => element("li", item.text)));
  at("entries").replaceChildren(...data.codes.map((code) => {
    const list = ["definition", "use_when", "not_when"].filter((field) => code[field][state.language])
      .flatMap((field) => [element("dt", say(field)), element("dd", code[field][state.language])]);
    if (code.near.length) list.push(element("dt", say("near")));
    list.push(...code.near.map((miss) => element("dd", `${nameOf(miss.code)}: ${miss.how[state.language]}`)));
    const names = state.language === "zh" ? [code.name.zh, code.name.en] : [code.name.en, code.name.zh];
    const title = [code.id, ...names].filter((text, n, all) => all.indexOf(text) === n).join(" ");
    return element("details", [element("summary", title), element("dl", list)], { "data-code": code.id });
  }));
}

function speak() {
  document.documentElement.lang = state.language === "zh" ? "zh-CN" : "en";
  for (const place of document.querySelectorAll("[data-say]")) place.textContent = say(place.dataset.say);
  at("language").textContent = state.language === "zh" ? "English" : "中文";
  at("language").lang = state.language === "zh" ? "en" : "zh-CN";
  pills("primary", of("theme"), "radio");
  pills("further", of("theme").filter((id) => id !== "T0"), "checkbox");
  pills("move", of("move"), "radio");
  pills("flags", of("flag"), "checkbox");
  showEntries();
  showNotice();
  show();
}

/* Keys and buttons. */

function pressed(event) {
  const typing = event.target.matches("textarea, input:not([type]), input[type=text]");
  if (event.key === "Escape" && typing) return event.target.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !at("keys").checked) return undefined;
  if (event.key === "Enter" && event.target.matches("button, summary, input[type=file]")) return undefined;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code);
  const key = digit ? digit[1] : event.key.toLowerCase();
  const acts = {
    s: save, j: () => go(state.place[state.round] + 1), k: () => go(state.place[state.round] - 1), enter: goOn,
    d: () => change((one) => { one.doubt = !one.doubt; }), m: () => at("memo").focus(),
  };
  let act = acts[key];
  if (key in THEME_KEYS) act = () => choose(event.shiftKey ? "further" : "primary", THEME_KEYS[key]);
  else if (key in MOVE_KEYS) act = () => choose("move", MOVE_KEYS[key]);
  else if (key in FLAG_KEYS) act = () => choose("flags", FLAG_KEYS[key]);
  if (!act) return undefined;
  event.preventDefault();
  return act();
}

document.addEventListener("keydown", pressed);
at("save").addEventListener("click", save);
at("load").addEventListener("change", async (event) => {
  await resume(event.target.files);
  event.target.value = ""; // the same file may be given again
});
at("coder").addEventListener("input", (event) => { state.coder = event.target.value; keep(); });
at("doubt").addEventListener("change", (event) => change((one) => { one.doubt = event.target.checked; }));
at("memo").addEventListener("input", (event) => change((one) => { one.memo = event.target.value; }));
at("previous").addEventListener("click", () => go(state.place[state.round] - 1));
at("next").addEventListener("click", () => go(state.place[state.round] + 1));
at("open").addEventListener("click", goOn);
at("to-training").addEventListener("click", () => turnTo("training"));
at("to-sample").addEventListener("click", () => turnTo("sample"));
at("language").addEventListener("click", () => { state.language = state.language === "zh" ? "en" : "zh"; keep(); speak(); });

at("to-training").hidden = data.training.length === 0;
recall();
at("coder").value = state.coder;
speak();
// What was drawn before the page's own Chinese face was there is drawn again with it.
document.fonts.ready.then(speak);
