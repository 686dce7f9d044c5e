// What a person chose not to see: single findings in this letter, and whole rules.

import { el, fill } from "./dom.js";
import { counted, quoted, say } from "./language.js";
import { titleOf } from "./titles.js";

/** @returns the two sets, and `show(box, hiddenHere, on)` which offers the way back */
export function setAside() {
  const once = new Set();
  const rules = new Set();
  return {
    once,
    rules,
    show(box, hiddenHere, on) {
      box.hidden = !hiddenHere && !rules.size;
      fill(
        box,
        hiddenHere > 0 && line(say("hidden-once", { findings: counted(hiddenHere, "finding") }), () => { once.clear(); on(); }),
        rules.size > 0 && line(say("hidden-rules", { rules: [...rules].map((rule) => quoted(titleOf(rule))).join(", ") }), () => { rules.clear(); on(); }),
      );
    },
  };
}

const line = (sentence, act) => el("p", {}, `${sentence} `, el("button", { type: "button", class: "link", onclick: act }, say("bring-back")));
