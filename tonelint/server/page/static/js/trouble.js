// What the page says when the server could not answer, and whether it asks again by itself.

import { useKey } from "./api.js";
import { el } from "./dom.js";
import { say } from "./language.js";
import { notice } from "./tell.js";

/** After how many milliseconds it makes sense to ask again; 0 when a person has to change something. */
export const patience = (error) => ({ "too-often": error.seconds * 1000, "busy": error.seconds * 1000, "offline": 5000 }[error.key] ?? 0);

/** Says what is wrong; where an access key is asked for, takes one and goes on with `again`. */
export function tellTrouble(error, again) {
  if (!error.key) throw error;
  notice(say(error.key, error), error.key === "key-needed" ? keyForm(again) : null);
}

function keyForm(again) {
  const input = el("input", { type: "password", "aria-label": say("key"), autocomplete: "off" });
  const use = (event) => {
    event.preventDefault();
    useKey(input.value.trim());
    again();
  };
  return el("form", { onsubmit: use }, input, el("button", { type: "submit", class: "firm" }, say("key-use")));
}
