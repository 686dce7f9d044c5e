// Where everything meets: the letter on one side, what was found on the other, and what a person does about it.

import { report } from "./api.js";
import { setAside } from "./aside.js";
import { checking } from "./checking.js";
import { comparison, differs } from "./compare.js";
import { byId, el, fill } from "./dom.js";
import { allSafe, changeOf } from "./edits.js";
import { factsPanel } from "./facts.js";
import { field } from "./field.js";
import { letterIn, takeFiles } from "./files.js";
import { showFindings } from "./findings.js";
import { copied, download, json } from "./keep.js";
import { counted, inWords, language, say, speak, translate } from "./language.js";
import { showLegend } from "./legend.js";
import { claimsIn, findingsIn, request } from "./letter.js";
import { showMeasures } from "./measures.js";
import { SAMPLES } from "./samples.js";
import { show as showTab, startTabs } from "./tabs.js";
import { announce, notice, toast } from "./tell.js";
import { drawTheme, startTheme } from "./theme.js";
import { learnTitles } from "./titles.js";
import { patience, tellTrouble } from "./trouble.js";
import { showVerdict } from "./verdict.js";

const NAMES = ["subject", "preheader", "body"];
const hiddenFamilies = new Set();
const aside = setAside();
let answer = null;
let findings = [];
let claims = [];
let openKey = null;
let before = null;
let said = "";

const fields = Object.fromEntries(NAMES.map((name) => [name, field(name, { change: () => changed(name), caret: opened })]));
const facts = factsPanel(byId("panel-facts"), { change: () => check.soon(), go: goToClaim });
const check = checking(letterNow, { answer: answered, nothing: () => answered(null), trouble });
let lastField = fields.body;

const texts = () => Object.fromEntries(NAMES.map((name) => [name, fields[name].text]));
const format = () => byId("format").value;
const visible = () => findings.filter((finding) => !aside.once.has(finding.key));
const onPhone = () => matchMedia("(max-width: 640px)").matches;

function letterNow() {
  if (NAMES.every((name) => !fields[name].text.trim())) return null;
  return request({
    fields,
    format: format(),
    language: byId("language").value,
    facts: facts.value(),
    ignored: [...aside.rules],
    lang: language(),
  });
}

// What the server says

function answered(news) {
  answer = news;
  findings = news ? findingsIn(news, texts()) : [];
  claims = news ? claimsIn(news) : [];
  notice("");
  drawAll();
  if (!news) return;
  if (findings.length) learnTitles(drawAll);
  const count = visible().length;
  const sentence = count ? say("announce-found", { findings: counted(count, "finding") }) : say("announce-clean");
  if (sentence !== said) announce(sentence);
  said = sentence;
}

function trouble(error) {
  tellTrouble(error, check.now);
  if (patience(error)) check.after(patience(error));
}

// Drawing

function drawAll() {
  const shown = visible();
  if (!shown.some((finding) => finding.key === openKey)) openKey = null;
  const confirmed = claims.filter((claim) => claim.status === "supported");
  for (const name of NAMES) {
    fields[name].show([...shown, ...confirmed].filter((mark) => mark.field === name));
    fields[name].look(openKey, hiddenFamilies);
  }
  drawList();
  drawLegend();
  facts.update(claims);
  showMeasures(byId("panel-measures"), answer?.measures);
  drawState();
}

function drawList() {
  const list = byId("findings");
  const inside = document.activeElement?.closest?.(".finding");
  const nth = inside ? [...list.children].indexOf(inside) : -1;
  const at = list.parentElement.scrollTop;
  showFindings(list, visible(), { openKey, checked: Boolean(answer), on: acts });
  list.parentElement.scrollTop = at;
  if (inside) {
    const same = list.querySelector(`[data-key="${CSS.escape(inside.dataset.key)}"]`) ?? list.children[Math.min(nth, list.children.length - 1)];
    (same?.querySelector(".finding-head") ?? byId("tab-findings")).focus();
  }
}

function drawLegend() {
  const confirmed = claims.filter((claim) => claim.status === "supported").length;
  showLegend(byId("legend"), visible(), confirmed, hiddenFamilies, (family) => {
    if (!hiddenFamilies.delete(family)) hiddenFamilies.add(family);
    for (const name of NAMES) fields[name].look(openKey, hiddenFamilies);
    drawLegend();
  });
}

function drawState() {
  const shown = visible();
  const hiddenHere = findings.length - shown.length;
  showVerdict(answer, shown.length, hiddenHere + aside.rules.size);
  byId("badge-findings").textContent = shown.length || "";
  byId("badge-facts").textContent = claims.filter((claim) => claim.status !== "supported").length || "";
  byId("walk").hidden = !shown.length;
  aside.show(byId("hidden-findings"), hiddenHere, () => { drawAll(); check.now(); });
  const safe = shown.filter((finding) => finding.rewrites.some((each) => each.applicability === "safe")).length;
  byId("apply-safe").hidden = safe < 2;
  byId("apply-safe").textContent = say("apply-safe", { lines: counted(safe, "line") });
  const length = NAMES.reduce((sum, name) => sum + fields[name].text.length, 0);
  byId("count").textContent = length ? counted(length, "character") : "";
  byId("copy").disabled = NAMES.every((name) => !fields[name].text);
  for (const id of ["report-json", "report-html"]) byId(id).disabled = !answer;
  byId("compare-toggle").disabled = !differs(before, texts()) && byId("compare").hidden;
}

// What a person does

function changed(name) {
  lastField = fields[name];
  byId("undo").disabled = false;
  if (NAMES.every((each) => !fields[each].text)) before = null;
  drawState();
  check.soon();
}

function opened(mark, byPointer) {
  if (!mark) {
    if (openKey) open(null);
    return;
  }
  open(findings.find((finding) => finding.key === mark.key), byPointer ? "letter" : "list");
}

function open(finding, from = "list") {
  openKey = finding?.key ?? null;
  document.documentElement.dataset.opened = from;
  for (const name of NAMES) fields[name].look(openKey, hiddenFamilies);
  if (finding) showTab("tab-findings");
  drawList();
  if (!finding) return;
  if (from !== "letter" || !onPhone()) {
    byId("findings").querySelector(".finding.open")?.scrollIntoView({ block: "nearest" });
  }
  if (from !== "letter" && !onPhone()) fields[finding.field].element(finding.key)?.scrollIntoView({ block: "nearest" });
}

const acts = {
  toggle: (finding) => open(finding.key === openKey ? null : finding),
  close: () => open(null),
  apply(finding, rewrite) {
    const here = fields[finding.field];
    const mark = here.marks.find((each) => each.key === finding.key);
    const moved = mark?.rewrites[finding.rewrites.indexOf(rewrite)];
    const change = moved && changeOf(moved, here.text, finding.field === "body" ? format() : "text");
    if (!change) return;
    before ??= texts();
    write();
    here.replace(change.start, change.end, change.words);
    const slot = rewrite.needs.map((need) => `{${need}}`).find((each) => change.words.includes(each));
    if (slot) {
      const at = change.start + change.words.indexOf(slot);
      here.select(at, at + slot.length);
    }
    toast(say(slot ? "applied-slots" : "applied", { slot }), { word: "undo", act: undo });
    check.now();
  },
  ignoreOnce(finding) { aside.once.add(finding.key); drawAll(); },
  ignoreRule(finding) { aside.rules.add(finding.rule); findings = findings.filter((each) => each.rule !== finding.rule); drawAll(); check.now(); },
  giveFact(finding) {
    const claim = claims.find((each) => each.rule === finding.rule && each.start === finding.start && each.field === finding.field)
      ?? claims.find((each) => each.rule === finding.rule);
    showTab("tab-facts");
    if (claim) facts.ask(claim);
    else byId("tab-facts").focus();
  },
};

function goToClaim(claim) {
  const here = fields[claim.field];
  write();
  here.select(claim.start, claim.end);
  here.area.scrollIntoView({ block: "nearest" });
}

function applySafe() {
  before ??= texts();
  write();
  let count = 0;
  for (const name of NAMES) {
    const own = fields[name].marks.filter((mark) => mark.rewrites && visible().some((finding) => finding.key === mark.key));
    const change = allSafe(own, fields[name].text, name === "body" ? format() : "text");
    if (!change) continue;
    fields[name].replace(change.start, change.end, change.words);
    count += change.count;
  }
  if (count) toast(say("applied-many", { lines: counted(count, "line") }), { word: "undo", act: undo });
  check.now();
}

function undo() {
  write();
  lastField.area.focus({ preventScroll: true });
  document.execCommand("undo");
}

/** Opens the next finding after the open one or the caret (`step` 1) or the one before it (-1). */
function walk(step) {
  const shown = visible();
  if (!shown.length) return null;
  let at = shown.findIndex((finding) => finding.key === openKey);
  const area = document.activeElement;
  if (at < 0 && NAMES.includes(area?.id)) {
    const passed = shown.filter((finding) => NAMES.indexOf(finding.field) < NAMES.indexOf(area.id)
      || (finding.field === area.id && finding.start < area.selectionStart)).length;
    at = step > 0 ? passed - 1 : passed;
  }
  const finding = shown[(at + step + shown.length) % shown.length];
  open(finding);
  announce(say("announce-finding", { number: shown.indexOf(finding) + 1, total: shown.length, words: finding.excerpt, message: inWords(finding.message) }));
  return finding;
}

function load(letter, name = "") {
  const earlier = { ...texts(), format: format() };
  const focused = document.activeElement;
  const at = scrollY;
  write();
  aside.once.clear();
  byId("format").value = letter.format ?? "text";
  byId("write").dataset.format = format();
  for (const each of NAMES) fields[each].load(letter[each] ?? "");
  if (focused !== document.activeElement) document.activeElement.blur();
  focused?.focus?.({ preventScroll: true });
  scrollTo({ top: at, behavior: "instant" });
  before = texts();
  byId("file-name").textContent = name;
  if (name) toast(say("loaded", { name }), NAMES.some((each) => earlier[each]) ? { word: "undo", act: () => load(earlier) } : null);
  drawState();
  check.now();
}

async function openFile(file) {
  try {
    const letter = await letterIn(file);
    if (letter.body.trim() || letter.subject) load(letter, file.name);
    else notice(say("no-copy", { name: file.name }));
  } catch (error) {
    const words = { "refused": "unreadable", "unknown-format": "unknown-format" }[error.key];
    if (words) {
      notice(say(words, { name: file.name, detail: error.detail }));
      return;
    }
    trouble(error);
    if (patience(error)) setTimeout(() => openFile(file), patience(error));
  }
}

function compare(on) {
  byId("compare").hidden = !on;
  byId("write").hidden = on;
  byId("compare-toggle").setAttribute("aria-pressed", String(on));
  fill(byId("compare"), on && comparison(before, texts()));
  drawState();
}

/** Back from before-and-after: a change needs the fields in sight, or the browser could not undo it. */
function write() {
  if (!byId("compare").hidden) compare(false);
}

async function copy() {
  const done = await copied(fields.body.text || fields.subject.text, fields.body.area);
  toast(say(done ? "copied" : "copy-failed"));
}

async function saveReport() {
  try {
    download(await report(letterNow()), "tonelint.html");
    toast(say("report-made"));
  } catch (error) {
    trouble(error);
  }
}

// Beginning

function drawSamples() {
  fill(byId("samples"), SAMPLES[language()].map((sample) => el("button", { type: "button", class: "quiet accent", onclick: () => load(sample) }, sample.title)));
}

function redraw() {
  translate(document);
  drawSamples();
  drawTheme();
  facts.draw();
  drawAll();
}

function keys(event) {
  if (event.key === "F8") {
    event.preventDefault();
    const finding = walk(event.shiftKey ? -1 : 1);
    write();
    if (finding) fields[finding.field].select(finding.start, finding.start);
  } else if (event.key === "." && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    const here = fields[document.activeElement?.id]?.markHere();
    if (!openKey && here) opened(here, false);
    byId("findings").querySelector(".finding.open .card button")?.focus();
  } else if (event.key === "Escape" && openKey) {
    const finding = findings.find((each) => each.key === openKey);
    const wasInside = byId("findings").contains(document.activeElement);
    open(null);
    if (wasInside && finding) fields[finding.field].select(finding.start, finding.start);
  }
}

for (const button of document.querySelectorAll("[data-lang]")) {
  button.addEventListener("click", () => { speak(button.dataset.lang); redraw(); check.now(); });
}
byId("format").addEventListener("change", () => { byId("write").dataset.format = format(); for (const name of NAMES) fields[name].draw(); check.now(); });
byId("language").addEventListener("change", () => check.now());
byId("next").addEventListener("click", () => walk(1));
byId("previous").addEventListener("click", () => walk(-1));
byId("apply-safe").addEventListener("click", applySafe);
byId("undo").addEventListener("click", undo);
byId("copy").addEventListener("click", copy);
byId("report-json").addEventListener("click", () => download(json(answer), "tonelint.json"));
byId("report-html").addEventListener("click", saveReport);
byId("compare-toggle").addEventListener("click", () => compare(byId("compare").hidden));
fields.body.area.addEventListener("paste", (event) => {
  const pasted = event.clipboardData?.getData("text/plain") ?? "";
  if (!fields.body.text.trim() && /^\s*<(!doctype|html|head|body|table|div|p)\b/i.test(pasted)) {
    byId("format").value = "html";
    byId("write").dataset.format = "html";
  }
});
document.addEventListener("keydown", keys);
takeFiles(openFile);
startTabs();
startTheme();
redraw();
