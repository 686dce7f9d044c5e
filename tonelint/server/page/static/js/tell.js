// Saying things to a person who may not be looking: a live region, a toast with a way back, a notice that stays.

import { byId, el, fill } from "./dom.js";
import { say } from "./language.js";

let goesAt = 0;

/** Says a sentence to a screen reader, without moving anything. */
export function announce(sentence) { byId("live").textContent = sentence; }

/** Shows a sentence for a while, with one thing to do about it: `{word, act}`. */
export function toast(sentence, action = null) {
  const button = action && el("button", { type: "button", class: "quiet", onclick: () => { hide(); action.act(); } }, say(action.word));
  fill(byId("toast"), el("span", {}, sentence), button);
  byId("toast").hidden = false;
  clearTimeout(goesAt);
  goesAt = setTimeout(hide, 8000);
}

function hide() { byId("toast").hidden = true; }

/** Shows what stands in the way of checking; null when nothing does. `form` may add a field under the sentence. */
export function notice(sentence, form = null) {
  const box = byId("notice");
  box.hidden = !sentence;
  fill(box, sentence && el("p", {}, sentence), form);
}
