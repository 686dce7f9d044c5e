// One text field of the letter, with a mirror under it that shows the words and their underlines.
// The field is an ordinary <textarea>: typing, selecting and undoing are the browser's own.

import { TAGS } from "./markup.js";
import { mirrorIn } from "./mirror.js";
import { changeBetween, moved } from "./spans.js";

const MOST_DIMMED = 150_000;

/**
 * @param name `subject`, `preheader` or `body`
 * @param on `{change(), caret(mark | null, byPointer)}`
 */
export function field(name, on) {
  const area = document.getElementById(name);
  const mirror = area.previousElementSibling;
  const show = mirrorIn(mirror);
  const oneLine = name !== "body";
  let known = "";
  let marks = [];
  let active = null;
  let hidden = new Set();

  function draw() {
    const text = area.value;
    const dimmed = document.getElementById("write").dataset.format === "html" && !oneLine && text.length < MOST_DIMMED;
    const tags = dimmed ? [...text.matchAll(TAGS)].map((tag) => ({ start: tag.index, end: tag.index + tag[0].length, tag: true })) : [];
    const shown = marks.filter((mark) => !hidden.has(mark.family) || mark.key === active);
    show(text, [...shown, ...tags], active);
  }

  function changed() {
    if (oneLine && /[\r\n]/.test(area.value)) {
      const at = area.selectionStart;
      area.value = area.value.replace(/[\r\n]+/g, " ");
      area.setSelectionRange(at, at);
    }
    marks = moved(marks, changeBetween(known, area.value));
    known = area.value;
    draw();
    on.change();
  }

  const markAt = (at) => marks.find((mark) => mark.start <= at && at < mark.end && !hidden.has(mark.family) && mark.severity !== "verified") ?? null;

  area.addEventListener("input", changed);
  area.addEventListener("click", () => {
    if (area.selectionStart === area.selectionEnd) on.caret(markAt(area.selectionStart), true);
  });
  area.addEventListener("keydown", (event) => {
    if (oneLine && event.key === "Enter") event.preventDefault();
  });

  return {
    name,
    area,
    get text() { return area.value; },
    get marks() { return marks; },
    markHere: () => markAt(area.selectionStart),
    /** Shows what an answer found; `text` is what the answer is about. */
    show(found) { marks = found; known = area.value; draw(); },
    look(key, families) { active = key; hidden = families; draw(); },
    draw,
    /** Puts `words` over `start..end` as one step that the browser can undo. */
    replace(start, end, words) {
      area.focus({ preventScroll: true });
      area.setSelectionRange(start, end);
      const done = document.execCommand(words ? "insertText" : "delete", false, words);
      if (!done) {
        area.setRangeText(words, start, end, "end");
        changed();
      }
    },
    /** Puts a whole new text in place; a short one stays within reach of the browser's own undo. */
    load(words) {
      if (words === area.value) return;
      if (words.length + area.value.length < 20_000) {
        this.replace(0, area.value.length, words);
        return;
      }
      area.value = words;
      changed();
    },
    select(start, end) { area.focus({ preventScroll: true }); area.setSelectionRange(start, end); },
    /** The box of a mark on the page, or null when it is not drawn. */
    element: (key) => mirror.querySelector(`[data-key="${CSS.escape(key)}"]`),
  };
}
