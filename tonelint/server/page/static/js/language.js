// In which language the page speaks, and how its words agree with numbers.

import { COUNTED, WORDS } from "./words.js";

/** @returns {"ru"|"en"} the language of the interface */
export const language = () => (document.documentElement.lang === "ru" ? "ru" : "en");

/** The words under `key`, with `{names}` filled in. */
export function say(key, values = {}) {
  const words = WORDS[key];
  if (!words) throw new Error(`the page has no words called ${key}`);
  return words[language() === "ru" ? 1 : 0].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Words in the quotation marks of the language. */
export const quoted = (words) => (language() === "ru" ? `«${words}»` : `“${words}”`);

/** A message of the server with the keys of facts in it, such as `stock.left`, said as the fields of the page are. */
export const inWords = (message) => message.replace(/\b[a-z]+\.[a-z_]+\b/g, (key) => (
  WORDS[`fact-${key}`] ? say("fact-named", { label: quoted(say(`fact-${key}`)) }) : key
));

/** '3 findings', «3 замечания»: a number with its noun in agreement. */
export function counted(number, noun) {
  const [english, russian] = COUNTED[noun];
  const form = new Intl.PluralRules(language()).select(number);
  const word = language() === "en" ? english[form === "one" ? 0 : 1] : russian[{ one: 0, few: 1 }[form] ?? 2];
  return `${number.toLocaleString(language())} ${word}`;
}

/** Changes the language and remembers it. */
export function speak(code) {
  document.documentElement.lang = code;
  try { localStorage.setItem("tonelint-language", code); } catch { /* a private window keeps no choice */ }
  translate(document);
}

/** Gives every element marked with a word its text in the language of the page. */
export function translate(root) {
  for (const element of root.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  for (const element of root.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
  for (const element of root.querySelectorAll("[data-placeholder]")) element.placeholder = say(element.dataset.placeholder);
  for (const button of root.querySelectorAll("[data-lang]")) {
    button.setAttribute("aria-pressed", String(button.dataset.lang === language()));
  }
}
