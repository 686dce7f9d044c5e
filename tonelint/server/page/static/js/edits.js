// What a rewrite does to the text around it.

import { rewritten } from "./markup.js";

/** The stretch that goes when words are left out, with the space that would otherwise stand doubled. */
export function withoutGap(text, start, end) {
  const before = text[start - 1] ?? "\n";
  const after = text[end] ?? "\n";
  const opensLine = before === "\n";
  if (opensLine && after === "\n") {
    let last = end;
    while (text[last] === "\n" && (last === end || text[start - 2] === "\n" || start === 0)) last += 1;
    return { start: start > 0 && last >= text.length ? start - 1 : start, end: Math.min(last, text.length) };
  }
  if (/[ \t]/.test(after) && (opensLine || /\s/.test(before))) return { start, end: end + 1 };
  if (/[ \t]/.test(before) && after === "\n") return { start: start - 1, end };
  return { start, end };
}

/** The change that one rewrite makes in `text`: `{start, end, words}`. In HTML its tags stay. */
export function changeOf(rewrite, text, format) {
  const source = text.slice(rewrite.start, rewrite.end);
  const words = format === "html" && (rewrite.text || source.includes("<")) ? rewritten(source, rewrite.text) : rewrite.text;
  if (words) return { start: rewrite.start, end: rewrite.end, words };
  return { ...withoutGap(text, rewrite.start, rewrite.end), words };
}

/** The first ready line of each finding in one field, none meeting another, as a single change of the text. */
export function allSafe(findings, text, format) {
  const changes = [];
  for (const finding of findings) {
    const rewrite = finding.rewrites.find((each) => each.applicability === "safe");
    const change = rewrite && changeOf(rewrite, text, format);
    if (change && !changes.some((other) => change.start < other.end && other.start < change.end)) changes.push(change);
  }
  if (!changes.length) return null;
  changes.sort((a, b) => a.start - b.start);
  const start = changes[0].start;
  const end = changes.at(-1).end;
  let words = "";
  let at = start;
  for (const change of changes) {
    words += text.slice(at, change.start) + change.words;
    at = change.end;
  }
  return { start, end, words, count: changes.length };
}
