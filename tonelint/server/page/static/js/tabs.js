// The tabs of the desk, as the ARIA pattern has them: arrows move, the chosen one is in the tab order.

const tabs = () => [...document.querySelectorAll("[role=tab]")];

/** Shows the panel of a tab. */
export function show(id) {
  for (const tab of tabs()) {
    const chosen = tab.id === id;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    document.getElementById(tab.getAttribute("aria-controls")).hidden = !chosen;
  }
}

export function startTabs() {
  for (const tab of tabs()) {
    tab.addEventListener("click", () => show(tab.id));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const all = tabs();
      const next = all[(all.indexOf(tab) + step + all.length) % all.length];
      show(next.id);
      next.focus();
    });
  }
}
