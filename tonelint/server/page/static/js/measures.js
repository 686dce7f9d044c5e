// The measures of the whole letter: where each stands on its scale, and what that means. Places, not marks.

import { el, fill } from "./dom.js";
import { language, say } from "./language.js";
import { WORDS } from "./words.js";

const ORDER = ["pressure_density", "specificity", "template_density", "greeting_tags", "we_share", "readability"];
const SHARES = ["greeting_tags", "we_share"];
const PER_100 = ["pressure_density", "specificity", "template_density"];
const LEVELS = ["low", "middle", "high"];

export function showMeasures(panel, measures) {
  const known = ORDER.filter((name) => measures?.[name] && WORDS[`measure-${name}`]);
  if (!known.length) {
    fill(panel, el("p", { class: "empty" }, say("measures-empty")));
    return;
  }
  fill(
    panel,
    couldBeAnyone(measures.template_verdict),
    el("p", { class: "hint" }, say("measures-note")),
    known.map((name) => gauge(name, measures[name])),
  );
}

function gauge(name, measure) {
  const value = measure.value === null ? "—" : number(name, measure.value);
  const level = say(measure.level);
  return el(
    "div",
    { class: "measure", "data-measure": name, "data-level": measure.level },
    el("div", { class: "measure-head" }, el("h3", {}, say(`measure-${name}`)), el("span", { class: "value" }, `${value} · ${level}`)),
    el("div", { class: "scale", "aria-hidden": "true" }, LEVELS.map((each) => el("i", { class: each === measure.level ? "here" : "" }))),
    el("p", { class: "reading" }, measure.reading[language()] ?? ""),
  );
}

/** Shares read as percent, densities for 100 words, reading ease as it is. */
function number(name, value) {
  const percent = { style: "percent", maximumFractionDigits: 0 };
  const told = value.toLocaleString(language(), SHARES.includes(name) ? percent : { maximumFractionDigits: 1 });
  return PER_100.includes(name) ? say("per-100", { number: told }) : told;
}

function couldBeAnyone(verdict) {
  if (!verdict?.could_be_anyone) return null;
  return el(
    "div",
    { class: "could-be-anyone" },
    el("h3", {}, say("could-be-anyone")),
    el("ul", {}, verdict.questions.map((question) => el("li", {}, question[language()]))),
  );
}
