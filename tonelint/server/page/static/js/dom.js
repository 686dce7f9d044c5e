// Building elements. Text reaches the page only through `textContent`; markup is never parsed here.

/** @returns the one element with this id */
export const byId = (id) => document.getElementById(id);

/**
 * An element with properties and children. Strings become text, null and false are left out.
 * `class`, `data-*`, `aria-*`, `role`, `for` and `lang` are set as attributes, `on*` as listeners, the rest as properties.
 */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (/^(class|for|role|lang|type|data-|aria-)/.test(key)) element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Puts `children` in place of whatever `parent` held. */
export const fill = (parent, ...children) => parent.replaceChildren(...children.flat(Infinity).filter((child) => child));
