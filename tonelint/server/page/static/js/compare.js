// The letter as it came beside the letter as it is: what was taken out on the left, what came in on the right.

import { difference } from "./diff.js";
import { el } from "./dom.js";
import { say } from "./language.js";

const NAMES = ["subject", "preheader", "body"];

/** Whether anything changed since `before`. */
export const differs = (before, now) => Boolean(before) && NAMES.some((name) => before[name] !== now[name]);

/** Both letters as a pair of columns; `before` and `now` hold a text for each field. */
export function comparison(before, now) {
  const told = NAMES.map((name) => [name, difference(before[name], now[name])]).filter(([, pieces]) => pieces.length);
  return el("div", { class: "compare" }, column("before", "gone", "del", told), column("after", "new", "ins", told));
}

function column(title, kind, tag, told) {
  return el(
    "div",
    {},
    el("h2", {}, say(title)),
    told.map(([name, pieces]) => [
      el("h3", {}, say(name)),
      el("p", {}, ...pieces.filter((piece) => piece.kind === "same" || piece.kind === kind)
        .map((piece) => (piece.kind === "same" ? piece.text : el(tag, {}, piece.text)))),
    ]),
  );
}
