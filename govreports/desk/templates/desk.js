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

// What one coder has done; what is kept is a list of these, the open one among them.
const begun = (coder) => ({
  coder,
  round: data.training.length && data.trainFirst ? "training" : "sample",
  place: { training: 0, sample: 0 },
  codings: { training: {}, sample: {} },
  revealed: {},
});
const LANGUAGES = ["en", "zh"];
let language = navigator.language.startsWith("zh") ? "zh" : "en";
let state = begun("");
let works = [state];

const units = () => (state.round === "training" ? data.training : data.units);
const unit = () => units()[state.place[state.round]];
const name = (one) => `${one.report} ${one.sentence}`;
const coding = (one = unit()) => state.codings[state.round][name(one)] || empty();
const done = (one) => Boolean(coding(one).primary && coding(one).move);
const say = (key, values = {}) =>
  data.strings[language][key].replace(/\{(\w+)\}/g, (_, field) => values[field]);

/* What is kept in the browser: the work of each coder by itself, never one within another. */

function keep() {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ language, open: works.indexOf(state), works }));
  } catch {
    tell(["unkept"]);
  }
}

function recall() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT));
    if (kept?.works) {
      ({ language, works } = kept);
      state = works[kept.open];
      if (!blank(state)) tell(["back", { coder: whose(state), done: rows().length }]);
    }
  } catch {
    tell(["unkept"]);
  }
  // A page in one language opens the desk in it: desk.html?lang=zh.
  const asked = new URLSearchParams(location.search).get("lang");
  if (LANGUAGES.includes(asked)) language = asked;
}

const blank = (work) => !Object.keys(work.codings.training).length && !Object.keys(work.codings.sample).length;
const whose = (work) => work.coder.trim() || "–";
const workOf = (coder) => works.find((work) => work.coder.trim() === coder.trim());

function turnToWork(work) {
  works = [...works.filter((one) => one !== work && !blank(one)), work];
  state = work;
  at("coder").value = state.coder;
  go(state.place[state.round]);
}

// Another name is another coder, unless nothing is coded or what is coded has no name yet.
function rename(coder) {
  const before = state;
  const kept = workOf(coder);
  if (kept === state || (!kept && (blank(state) || !state.coder.trim()))) {
    state.coder = coder;
    return keep();
  }
  turnToWork(kept || begun(coder));
  if (blank(before)) return undefined;
  return tell(["aside", { coder: whose(before) }]);
}

function beginAnew() {
  if (!blank(state) && !state.coder.trim() && !confirm(say("drop"))) return;
  const before = state;
  if (!state.coder.trim()) works = works.filter((work) => work !== state);
  turnToWork(begun(""));
  if (before.coder.trim() && !blank(before)) tell(["aside", { coder: whose(before) }]);
  at("coder").focus();
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
  tell(); // what was said was of the coding as it stood
  keep();
  showForm();
  showProgress();
  showAnswer();
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
    tell();
    keep();
    show();
    // First where to go on, then the answer: where both do not fit, the answer is what is read.
    at("steps").scrollIntoView({ block: "nearest" });
    return at("answer").scrollIntoView({ block: "nearest" });
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

// A coding is resumed as its files have it: it becomes the work of its coder.
async function resume(files) {
  const named = (ending) => [...files].filter((file) => file.name.toLowerCase().endsWith(ending));
  const [tables, cards] = [named(".csv"), named(".yaml")];
  if (!tables.length) return tell(["lone_card"]);
  if (tables.length > 1 || cards.length > 1) return tell(["several"]);
  const read = async (file) => (await file.text()).replace(/^\ufeff/, "");
  const { codings, said } = resumeRows(tables[0].name, parsed(await read(tables[0])));
  if (!codings) return tell(...said);
  const coder = cards.length ? coderOf(await read(cards[0])) : "";
  if (!coder) said.push([cards.length ? "unnamed" : "lone_table"]);
  const kept = workOf(coder);
  const differs = kept && JSON.stringify(sorted(kept.codings.sample)) !== JSON.stringify(sorted(codings));
  if (differs && Object.keys(kept.codings.sample).length && !confirm(say("replace", { coder: whose(kept), file: tables[0].name }))) return tell();
  const work = kept || begun(coder);
  work.codings.sample = codings;
  work.round = "sample";
  const open = data.units.findIndex((one) => !codings[name(one)]);
  work.place.sample = Math.max(open, 0);
  turnToWork(work);
  return tell(...said);
}

function sorted(codings) {
  return data.units.map((one) => codings[name(one)] || empty())
    .map((one) => [one.primary, [...one.themes].sort(), one.move, [...one.flags].sort(), one.doubt, one.memo]);
}

function coderOf(card) {
  const value = (/^coder:[ \t]*(.*?)[ \t]*\r?$/m.exec(card) || ["", ""])[1];
  try {
    return value.startsWith('"') ? String(JSON.parse(value)) : value.replace(/^'(.*)'$/, (_, inner) => inner.replaceAll("''", "'"));
  } catch {
    return value;
  }
}

// Why a coding cannot be: codes of one kind in place of another, or codes that contradict.
function possible(one) {
  const are = (kind, ids) => ids.every((id) => codes.get(id)?.kind === kind);
  return are("theme", [one.primary, ...one.themes]) && are("move", [one.move]) && are("flag", one.flags)
    && (one.primary === "T0") === (one.move === "frame") && !one.themes.includes("T0")
    && !(one.primary === "T0" && one.themes.length) && (one.move === "report" || !one.flags.length);
}

function resumeRows(file, [head = [], ...body]) {
  const place = Object.fromEntries(head.map((column, n) => [column, n]));
  if (COLUMNS.slice(0, 9).some((column) => !(column in place))) return { said: [["refused", { file, columns: COLUMNS.join(",") }]] };
  const known = new Set(data.units.map(name));
  const codings = {};
  const said = [];
  let left = 0;
  for (const row of body) {
    const value = (column) => row[place[column]] || "";
    const list = (column) => value(column).split(";").map((item) => item.trim()).filter(Boolean);
    const given = [value("primary"), ...list("themes"), value("move"), ...list("flags")].filter(Boolean);
    const key = `${value("report")} ${value("sentence")}`;
    if (!given.length) continue; // left open
    if (!known.has(key) || !given.every((id) => codes.has(id))) { left += 1; continue; }
    const doubt = value("note").startsWith(DOUBT.trim());
    const one = {
      primary: value("primary"), themes: list("themes").filter((id) => id !== value("primary")), move: value("move"), flags: list("flags"),
      doubt, memo: doubt ? value("note").slice(1).trim() : value("note"),
    };
    if (!possible(one)) said.push(["impossible", { row: key, codes: given.join(", ") }]);
    else if (codings[key]) said.push(["twice", { row: key }]);
    else codings[key] = one;
  }
  said.unshift(["resumed", { done: Object.keys(codings).length }]);
  if (left) said.push(["skipped", { left }]);
  return { codings, said };
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
  const label = codes.get(id)?.name[language] || id;
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
    element("p", say("adjudicated", { codes: told(answer) })), element("p", answer.why[language]), element("p", verdict));
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

// The entries of the theme and of the move that were chosen stand open, before all others.
function unfold(id) {
  const { kind } = codes.get(id);
  const place = (entry) => data.codes.findIndex((code) => code.id === entry.dataset.code);
  const all = [...at("entries").children].sort((a, b) => place(a) - place(b));
  for (const entry of all) {
    const one = codes.get(entry.dataset.code);
    if (one.kind !== kind) continue;
    entry.open = one.id === id;
    entry.classList.toggle("chosen", entry.open);
  }
  const chosen = all.filter((entry) => entry.classList.contains("chosen"));
  at("entries").replaceChildren(...chosen, ...all.filter((entry) => !chosen.includes(entry)));
  const aside = at("entries").parentElement; // scrolls by itself, or not at all on a small screen
  aside.scrollTop = chosen[0].offsetTop - aside.offsetTop;
}

function showEntries() {
  at("procedure").querySelector("ul").replaceChildren(
    ...data.procedure.filter((item) => item.language === language).map((item) => element("li", item.text)));
  at("entries").replaceChildren(...data.codes.map((code) => {
    const list = ["definition", "use_when", "not_when"].filter((field) => code[field][language])
      .flatMap((field) => [element("dt", say(field)), element("dd", code[field][language])]);
    if (code.near.length) list.push(element("dt", say("near")));
    list.push(...code.near.map((miss) => element("dd", `${nameOf(miss.code)}: ${miss.how[language]}`)));
    const names = language === "zh" ? [code.name.zh, code.name.en] : [code.name.en, code.name.zh];
    const title = [...(code.kind === "theme" ? [code.id] : []), ...names].filter((text, n, all) => all.indexOf(text) === n).join(" ");
    return element("details", [element("summary", title), element("dl", list)], { "data-code": code.id });
  }));
}

function speak() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  for (const place of document.querySelectorAll("[data-say]")) place.textContent = say(place.dataset.say);
  document.title = [say("desk"), data.title].filter(Boolean).join(language === "zh" ? "：" : ": ");
  if (at("home")) at("home").href = data.home[language];
  at("language").textContent = language === "zh" ? "English" : "中文";
  at("language").lang = language === "zh" ? "en" : "zh-CN";
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

// After a button was used keys act on the desk again, Enter too.
const toDesk = () => at("where").focus({ preventScroll: true });

document.addEventListener("keydown", pressed);
at("save").addEventListener("click", () => { toDesk(); save(); });
at("load").addEventListener("change", async (event) => {
  await resume(event.target.files);
  event.target.value = ""; // the same file may be given again
  toDesk();
});
at("coder").addEventListener("change", (event) => rename(event.target.value));
at("anew").addEventListener("click", beginAnew);
at("doubt").addEventListener("change", (event) => change((one) => { one.doubt = event.target.checked; }));
at("memo").addEventListener("input", (event) => change((one) => { one.memo = event.target.value; }));
at("previous").addEventListener("click", () => go(state.place[state.round] - 1));
at("next").addEventListener("click", () => go(state.place[state.round] + 1));
at("open").addEventListener("click", goOn);
at("to-training").addEventListener("click", () => turnTo("training"));
at("to-sample").addEventListener("click", () => turnTo("sample"));
at("language").addEventListener("click", () => {
  language = language === "zh" ? "en" : "zh";
  history.replaceState(null, "", `?lang=${language}`);
  keep();
  speak();
  toDesk();
});

at("to-training").hidden = data.training.length === 0;
recall();
at("coder").value = state.coder;
speak();
// What was drawn before the page's own Chinese face was there is drawn again with it.
document.fonts.ready.then(speak);
