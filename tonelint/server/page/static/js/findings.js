// The list of findings; the open one is a card with its reason and the calmer lines.

import { el, fill } from "./dom.js";
import { inWords, say } from "./language.js";
import { titleOf } from "./titles.js";

const QUESTION = /^(Вопрос автору|Question to the author)/;

/**
 * Shows `findings`; `openKey` names the one whose card is open.
 * `on` holds what a person can do: `toggle, apply, ignoreOnce, ignoreRule, giveFact, close`, each given the finding.
 */
export function showFindings(list, findings, { openKey, checked, on }) {
  if (!findings.length) {
    fill(list, el("li", { class: "empty" }, say(checked ? "clean-findings" : "empty-findings")));
    return;
  }
  fill(list, findings.map((finding) => item(finding, finding.key === openKey, on)));
}

function item(finding, open, on) {
  const id = "card";
  const where = finding.field === "body" ? "" : `, ${say(`in-${finding.field}`)}`;
  return el(
    "li",
    { class: `finding ${finding.family}${open ? " open" : ""}`, "data-key": finding.key },
    el(
      "button",
      { type: "button", class: "finding-head", "aria-expanded": String(open), "aria-controls": open ? id : null, onclick: () => on.toggle(finding) },
      el("span", { class: "finding-words" }, el("span", { class: "stroke" }, finding.excerpt || titleOf(finding.rule))),
      el("span", { class: "finding-kind" }, el("b", {}, say(finding.family)), ` · ${say(finding.severity)}${where}`),
    ),
    open && card(finding, id, on),
  );
}

function card(finding, id, on) {
  const lines = distinct(finding.rewrites).map((rewrite) => offer(finding, rewrite, on));
  return el(
    "div",
    { class: "card", id, role: "group", "aria-label": finding.excerpt },
    el("p", {}, inWords(finding.message)),
    finding.why !== finding.message && el("p", { class: "why" }, finding.why),
    el("h3", {}, say(lines.length ? "better" : "no-better")),
    lines,
    el(
      "div",
      { class: "card-foot" },
      finding.evidence === "claim" && link("give-fact", () => on.giveFact(finding)),
      link("ignore-once", () => on.ignoreOnce(finding)),
      link("ignore-rule", () => on.ignoreRule(finding)),
      el("span", { class: "rule", title: finding.rule }, titleOf(finding.rule)),
    ),
    el("button", { type: "button", class: "quiet close", "aria-label": say("close"), onclick: () => on.close(finding) }, "×"),
  );
}

/** Of lines that would say the same in the same place, the first. */
const distinct = (rewrites) => rewrites.filter((rewrite, at) => rewrites.findIndex(
  (other) => other.text === rewrite.text && other.gone === rewrite.gone,
) === at);

const link = (word, act) => el("button", { type: "button", class: "link", onclick: act }, say(word));

/** Code points: of a longer sentence only the words that change are shown. */
const LONGEST = 160;
const sentence = ({ text, reads }) => (reads && reads.length <= LONGEST ? reads : text);

/** One calmer line, as the whole sentence that it makes. A question to the author is shown and cannot be applied. */
function offer(finding, rewrite, on) {
  const words = rewrite.text ? sentence(rewrite) : say("leave-out");
  const note = rewrite.applicability === "idea" ? say("idea")
    : rewrite.needs.length ? say("fill-in", { slots: rewrite.needs.join(", ") }) : "";
  const ready = !QUESTION.test(rewrite.text);
  return el(
    "div",
    { class: "line-offer", "data-applicability": rewrite.applicability },
    el("p", {}, rewrite.text ? withSlots(words, rewrite.needs) : [`${words}: `, el("del", {}, rewrite.gone)], note && el("small", {}, note)),
    ready && el(
      "button",
      { type: "button", class: rewrite.applicability === "idea" ? "quiet" : "firm", "aria-label": say("apply-label", { line: words }), onclick: () => on.apply(finding, rewrite) },
      say("apply"),
    ),
  );
}

/** The line with its open slots set apart from the writer's own words. */
function withSlots(words, needs) {
  return words.split(/(\{[^{}]+\})/).map((piece) => (needs.includes(piece.slice(1, -1)) && piece.startsWith("{")
    ? el("span", { class: "slot" }, piece) : piece));
}
