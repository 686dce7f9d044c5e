// Light or dark: the system's choice until a person makes one, which is then remembered.

import { byId } from "./dom.js";
import { say } from "./language.js";

/** Names the theme that the button leads to. */
export function drawTheme() {
  byId("theme").textContent = say(document.documentElement.dataset.theme === "dark" ? "theme-to-light" : "theme-to-dark");
}

export function startTheme() {
  byId("theme").addEventListener("click", () => {
    const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    try { localStorage.setItem("tonelint-theme", theme); } catch { /* a private window keeps no choice */ }
    drawTheme();
  });
}
