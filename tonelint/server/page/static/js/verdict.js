// One line above everything: may this go out? Calm in every case.

import { byId } from "./dom.js";
import { counted, say } from "./language.js";

/**
 * @param answer the last answer, or null when there is no letter
 * @param shown how many findings are in the list
 * @param aside how many were set aside here
 */
export function showVerdict(answer, shown, aside) {
  const box = byId("verdict");
  const [line, detail] = box.children;
  if (!answer) {
    box.dataset.verdict = "none";
    line.textContent = say("verdict-none");
    detail.textContent = say("verdict-none-detail");
    return;
  }
  const verdict = shown ? answer.verdict : "send";
  const words = counted(answer.meta.words, "word");
  box.dataset.verdict = verdict;
  line.textContent = say(`verdict-${verdict}`);
  detail.textContent = shown ? say("found", { findings: counted(shown, "finding"), words })
    : say(aside ? "left-hidden" : "clean", { words });
}
