// The words under a field, with their underlines: one block a line, and only lines that changed are made anew, so that
// a key in a long letter costs one line.

import { el } from "./dom.js";
import { pieces } from "./spans.js";

const RANK = { error: 0, warning: 1, advice: 2, verified: 3 };

/** @returns a function that shows `text` with `marks`, the one with the key `active` set off from the others */
export function mirrorIn(box) {
  let shown = [];
  return (text, marks, active) => {
    const lines = linesOf(pieces(text, marks).map((piece) => dressed(piece, active)));
    const signs = lines.map((line) => JSON.stringify(line));
    let head = 0;
    while (head < signs.length && head < shown.length && signs[head] === shown[head]) head += 1;
    let tail = 0;
    while (tail < Math.min(signs.length, shown.length) - head && signs.at(-1 - tail) === shown.at(-1 - tail)) tail += 1;
    const after = box.children[shown.length - tail] ?? null;
    for (let gone = shown.length - tail - head; gone > 0; gone -= 1) box.children[head].remove();
    for (const line of lines.slice(head, lines.length - tail)) box.insertBefore(drawn(line), after);
    shown = signs;
  };
}

/** A piece as `[text, classes, key]`; of several marks the open one counts, then the most serious. */
function dressed(piece, active) {
  const own = piece.marks.filter((mark) => !mark.tag);
  const tag = own.length < piece.marks.length ? "tag" : "";
  if (!own.length) return [piece.text, tag, ""];
  const top = own.find((mark) => mark.key === active) ?? own.sort((a, b) => RANK[a.severity] - RANK[b.severity])[0];
  return [piece.text, [top.family, top.key === active && "active", tag].filter(Boolean).join(" "), top.key];
}

function linesOf(dressedPieces) {
  const lines = [[]];
  for (const [text, classes, key] of dressedPieces) {
    text.split("\n").forEach((part, at) => {
      if (at) lines.push([]);
      if (part) lines.at(-1).push([part, classes, key]);
    });
  }
  return lines;
}

const drawn = (line) => el("div", {}, line.length ? line.map(([text, classes, key]) => {
  if (key) return el("mark", { class: classes, "data-key": key }, text);
  return classes ? el("span", { class: classes }, text) : text;
}) : "\u200b");
