// The six families with their strokes and counts; pressing one hides or shows its underlines.

import { el, fill } from "./dom.js";
import { FAMILIES } from "./families.js";
import { say } from "./language.js";

/** @param on called with the name of the family that was pressed */
export function showLegend(list, findings, confirmed, hidden, on) {
  const counts = new Map(Object.keys(FAMILIES).map((family) => [family, 0]));
  for (const finding of findings) counts.set(finding.family, counts.get(finding.family) + 1);
  if (confirmed) counts.set("verified", confirmed);
  const focused = document.activeElement?.dataset?.family;
  fill(list, [...counts].map(([family, count]) => entry(family, count, hidden.has(family), on)));
  if (focused) list.querySelector(`[data-family="${focused}"]`)?.focus();
}

function entry(family, count, hidden, on) {
  const label = say(hidden ? "legend-show" : "legend-hide", { family: say(family), count });
  return el(
    "li",
    { class: family },
    el(
      "button",
      { type: "button", class: count ? "" : "none", "data-family": family, "aria-pressed": String(!hidden), "aria-label": label, onclick: () => on(family) },
      el("span", { class: hidden ? "name" : "name stroke" }, say(family)),
      " ",
      el("span", { class: "number" }, String(count)),
    ),
  );
}
