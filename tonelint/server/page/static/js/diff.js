// Which words of a text changed: `[{kind: "same" | "gone" | "new", text}]`.

const MOST_CELLS = 4_000_000;

/** A text in words, spaces and signs. */
export const words = (text) => text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];

export function difference(before, after) {
  const old = words(before);
  const now = words(after);
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const middle = aligned(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  return joined([
    ...old.slice(0, head).map((text) => ({ kind: "same", text })),
    ...middle,
    ...old.slice(old.length - tail).map((text) => ({ kind: "same", text })),
  ]);
}

/**
 * Two rows of words laid beside each other, as many as possible the same: one piece a word. Rows too long to compare are
 * told as one replaced by the other.
 */
export function aligned(old, now) {
  const width = now.length + 1;
  if (old.length * width > MOST_CELLS) {
    return [...old.map((text) => ({ kind: "gone", text })), ...now.map((text) => ({ kind: "new", text }))];
  }
  const length = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      length[i * width + j] = old[i] === now[j]
        ? length[(i + 1) * width + j + 1] + 1
        : Math.max(length[(i + 1) * width + j], length[i * width + j + 1]);
    }
  }
  const told = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      told.push({ kind: "same", text: old[i] });
      i += 1;
      j += 1;
    } else if (j >= now.length || (i < old.length && length[(i + 1) * width + j] >= length[i * width + j + 1])) {
      told.push({ kind: "gone", text: old[i] });
      i += 1;
    } else {
      told.push({ kind: "new", text: now[j] });
      j += 1;
    }
  }
  return told;
}

/** Neighbours of one kind as one. */
function joined(pieces) {
  const made = [];
  for (const piece of pieces) {
    if (made.at(-1)?.kind === piece.kind) made.at(-1).text += piece.text;
    else if (piece.text) made.push({ ...piece });
  }
  made.forEach((piece, at) => spaceBehind(made[at - 1], piece, made[at + 1]));
  return made.filter((piece) => piece.text);
}

/** A word that goes takes the space behind it along instead of the one before it; the text is the same, the eye calmer. */
function spaceBehind(before, piece, after) {
  if (piece.kind === "same" || before?.kind !== "same" || after?.kind !== "same") return;
  const space = /^\s+/.exec(piece.text)?.[0];
  if (!space || !after.text.startsWith(space)) return;
  before.text += space;
  piece.text = piece.text.slice(space.length) + space;
  after.text = after.text.slice(space.length);
}
