// What the rules are called in words. The titles come from the server, once in each language.

import { ruleTitles } from "./api.js";
import { language } from "./language.js";

const known = new Map();

/** The title of a rule; its name until the titles are there. */
export const titleOf = (rule) => known.get(language())?.get(rule) ?? rule;

/** Asks for the titles in the language of the page and calls `on` when they have come. */
export async function learnTitles(on) {
  const wanted = language();
  if (known.has(wanted)) return;
  known.set(wanted, new Map());
  try {
    known.set(wanted, await ruleTitles());
    on();
  } catch {
    known.delete(wanted); // the next check asks again; until then rules go by their names
  }
}
