// Positions in a text that keeps changing. All of them count UTF-16 units, as strings do here.

/** Where `before` and `after` differ: `{start, end, delta}`, the stretch counted in `before`. */
export function changeBetween(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let tail = 0;
  while (tail < most - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  return { start, end: before.length - tail, delta: after.length - before.length };
}

/** `marks` moved along with an edit; those whose own words changed are gone until the next answer. */
export function moved(marks, { start, end, delta }) {
  return marks.flatMap((mark) => {
    if (mark.end <= start) return [mark];
    if (mark.start >= end) return [shifted(mark, delta)];
    return [];
  });
}

function shifted(mark, delta) {
  const rewrites = mark.rewrites?.map((each) => ({ ...each, start: each.start + delta, end: each.end + delta }));
  return { ...mark, start: mark.start + delta, end: mark.end + delta, ...(rewrites && { rewrites }) };
}

/** The text cut where marks begin and end: `[{text, marks}]` in order, without overlaps. */
export function pieces(text, marks) {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of marks) cuts.add(Math.min(start, text.length)).add(Math.min(end, text.length));
  const edges = [...cuts].sort((a, b) => a - b);
  const waiting = [...marks].sort((a, b) => a.start - b.start);
  let open = [];
  return edges.slice(0, -1).map((from, index) => {
    while (waiting.length && waiting[0].start <= from) open.push(waiting.shift());
    open = open.filter((mark) => mark.end > from);
    return { text: text.slice(from, edges[index + 1]), marks: [...open] };
  });
}
