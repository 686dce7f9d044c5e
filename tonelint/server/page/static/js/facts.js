// The facts panel: what the letter claims, and what the sender knows. Typing a fact settles its claims at once.

import { el, fill } from "./dom.js";
import { GROUPS, now, valueOf } from "./fact_fields.js";
import { say } from "./language.js";

const SIGNS = { supported: "✓", contradicted: "✕", unsupported: "?" };

/**
 * @param on `{change(), go(claim)}`
 * @returns `{value(), update(claims), draw(), ask(fact), count}`
 */
export function factsPanel(panel, on) {
  const typed = new Map();
  const opened = new Set(["asked"]);
  let claims = [];
  const list = el("div", { class: "claims" });
  // Fields move to the top when the letter asks for them, but never under a person's hands.
  const form = el("div", { onfocusout: (event) => { if (!form.contains(event.relatedTarget)) setTimeout(() => { if (!form.contains(document.activeElement)) drawForm(); }); } });

  const known = new Set(Object.values(GROUPS).flat().map(([key]) => key));
  const kindOf = (key) => Object.values(GROUPS).flat().find(([name]) => name === key)?.[1] ?? "text";
  const proofOf = (claim) => `proof:${claim.words}`;
  const neededBy = (claim) => (claim.fact === "proof" ? proofOf(claim) : claim.fact);

  function value() {
    const facts = {};
    for (const [key, inputs] of typed) {
      const given = valueOf(kindOf(key), inputs);
      if (given === null) continue;
      if (key.startsWith("proof:")) {
        (facts.proof ??= []).push({ claim: key.slice(6), source: given });
        continue;
      }
      const [group, name] = key.split(".");
      (facts[group] ??= {})[name] = given;
    }
    return Object.keys(facts).length ? { now: now(), ...facts } : null;
  }

  function update(found) {
    claims = found;
    fill(list, claims.length ? claims.map(row) : el("p", { class: "hint" }, say("no-claims")));
    if (!form.contains(document.activeElement)) drawForm();
  }

  const row = (claim) => el(
    "button",
    { type: "button", class: "claim", "data-status": claim.status, onclick: () => on.go(claim) },
    el("span", { class: "sign", "aria-hidden": "true" }, SIGNS[claim.status]),
    el("span", { class: "said" }, claim.words),
    el("span", { class: "state" }, say(claim.status)),
  );

  function drawForm() {
    const asked = new Set(claims.map(neededBy).filter((key) => key.startsWith("proof:") || known.has(key)));
    const given = [...typed.keys()].filter((key) => key.startsWith("proof:") && typed.get(key)[0] && !asked.has(key));
    const groups = [["asked", [...asked].map((key) => [key, kindOf(key)])], ...Object.entries(GROUPS)];
    fill(form, groups.map(([group, fields]) => {
      const own = group === "asked" ? fields : fields.filter(([key]) => !asked.has(key));
      const all = group === "proof" ? given.map((key) => [key, "text"]) : own;
      return all.length > 0 && el(
        "details",
        { class: "group", "data-group": group, open: opened.has(group), ontoggle: (event) => { if (event.target.open) opened.add(group); else opened.delete(group); } },
        el("summary", {}, say(`group-${group}`)),
        el("div", { class: "group-fields" }, all.map(([key, kind]) => fact(key, kind))),
      );
    }));
  }

  function fact(key, kind) {
    const label = key.startsWith("proof:") ? say("fact-proof", { words: key.slice(6) }) : say(`fact-${key}`);
    const wide = kind === "moment" || kind === "text" ? " wide" : "";
    const id = `fact-${key}`;
    const store = () => {
      typed.set(key, [...box.querySelectorAll("input, select")].map((each) => each.value));
      on.change();
    };
    const kept = typed.get(key) ?? [];
    const box = el(
      "div",
      { class: `fact${wide}`, "data-fact": key },
      el("label", { for: id }, label),
      kind === "moment"
        ? el("div", { class: "pair" }, input(id, "date", kept[0], store), el("input", { type: "time", value: kept[1] ?? "", "aria-label": say("time-of", { label }), oninput: store }))
        : kind === "yes-no" ? choice(id, kept[0], store)
          : input(id, { day: "date", count: "number", amount: "number", text: "text" }[kind], kept[0], store, kind),
    );
    return box;
  }

  function draw() {
    fill(panel, el("p", { class: "hint facts-note" }, say("facts-note")), el("h2", { class: "hint" }, say("claims")), list, form);
    drawForm();
    update(claims);
  }

  return {
    value,
    update,
    draw,
    /** Puts the cursor where a fact is asked for. */
    ask(claim) {
      const field = form.querySelector(`[data-fact="${CSS.escape(neededBy(claim))}"]`);
      if (!field) return;
      field.closest("details").open = true;
      field.querySelector("input, select").focus();
    },
  };
}

function input(id, type, value, store, kind) {
  const box = el("input", { id, type, value: value ?? "", autocomplete: "off", oninput: store });
  if (type === "number") Object.assign(box, { min: "0", step: kind === "count" ? "1" : "any", inputMode: kind === "count" ? "numeric" : "decimal" });
  return box;
}

function choice(id, value, store) {
  const option = (name, word) => el("option", { value: name, selected: name === (value ?? "") }, say(word));
  return el("select", { id, onchange: store }, option("", "known-not"), option("yes", "known-yes"), option("no", "known-no"));
}
