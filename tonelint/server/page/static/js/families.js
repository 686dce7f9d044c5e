// The twenty-five categories of the rules, gathered into six families that an eye can tell apart.

export const FAMILIES = {
  pressure: ["scarcity", "urgency", "countdown", "fomo", "threat"],
  shame: ["confirmshaming", "guilt", "shaming", "fear"],
  trust: ["social-proof", "authority", "impersonation", "clickbait", "hype"],
  trap: ["price", "continuity", "consent", "trick-wording", "obstruction", "retention-bait"],
  prying: ["surveillance", "cadence", "context"],
  plain: ["template", "opaque"],
};

const OF = new Map(Object.entries(FAMILIES).flatMap(([family, names]) => names.map((name) => [name, family])));

/** The family of a category; one that the page does not know yet counts as plain words. */
export const familyOf = (category) => OF.get(category) ?? "plain";
