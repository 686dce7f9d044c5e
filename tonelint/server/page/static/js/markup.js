// A better line written into HTML: its words change, its tags stay where they are. Nothing here builds elements.

import { aligned, words } from "./diff.js";

/** Tags, comments, and the insides of styles and scripts: everything in a source that nobody reads. */
export const TAGS = /<!--[\s\S]*?-->|<(style|script)\b[\s\S]*?<\/\1>|<\/?[a-z!][^>]*>/gi;

const NAMED = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", mdash: "—", ndash: "–", laquo: "«", raquo: "»", hellip: "…", shy: "" };
const EMPTY_PAIR = /<(b|i|em|strong|u|span|font)\b[^>]*>(\s*)<\/\1>/gi;

/** Plain words as HTML spells them; entities that are already there stay. */
export const spelled = (text) => text.replace(/&(?!#?\w+;)/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** `source` changed so that it reads as `line`; tags stay, and a pair that holds nothing any more goes. */
export function rewritten(source, line) {
  const old = tokens(source);
  const read = old.filter((token) => token.word !== null);
  let at = 0;
  let made = "";
  const upTo = (token) => {
    while (at < old.length && old[at] !== token) {
      if (old[at].word === null) made += old[at].source;
      at += 1;
    }
  };
  let passed = 0;
  for (const piece of aligned(read.map((token) => token.word), words(line))) {
    if (piece.kind === "new") {
      made += spelled(piece.text);
      continue;
    }
    upTo(read[passed]);
    if (piece.kind === "same") made += read[passed].source;
    at += 1;
    passed += 1;
  }
  upTo(null);
  return made.replace(EMPTY_PAIR, "$2").replace(/ {2,}/g, " ");
}

/** The source in pieces: `word` is what a reader sees of one, null for markup; white space of any kind reads as a space. */
function tokens(source) {
  const found = [];
  let at = 0;
  for (const tag of source.matchAll(TAGS)) {
    found.push(...readable(source.slice(at, tag.index)), { word: null, source: tag[0] });
    at = tag.index + tag[0].length;
  }
  return [...found, ...readable(source.slice(at))];
}

function readable(text) {
  return (text.match(/&#?\w+;|[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? []).map((source) => ({ word: seen(source), source }));
}

function seen(source) {
  if (/^\s+$/.test(source)) return " ";
  const entity = /^&(#x[\da-f]+|#\d+|\w+);$/i.exec(source)?.[1];
  if (!entity) return source;
  if (!entity.startsWith("#")) return NAMED[entity.toLowerCase()] ?? source;
  return String.fromCodePoint(Number(entity.replace(/^#x/i, "0x").replace("#", "")));
}
