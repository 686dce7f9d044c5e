// Runs before the first paint, so that nothing flashes: the theme and the language a person chose last time.
(() => {
  const kept = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const theme = kept("tonelint-theme");
  const dark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const language = kept("tonelint-language") ?? (navigator.language.toLowerCase().startsWith("ru") ? "ru" : "en");
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  document.documentElement.lang = language;
})();
