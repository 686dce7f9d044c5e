// The letter as the server takes it, and the server's answer as the page shows it.

import { familyOf } from "./families.js";

const PARTS = { "": "body", subject: "subject", preheader: "preheader" };

/** The body of `POST /v1/check`. Empty lines are left out. */
export function request({ fields, format, language, facts, ignored, lang }) {
  return {
    [format]: fields.body.text,
    ...(fields.subject.text && { subject: fields.subject.text }),
    ...(fields.preheader.text && { preheader: fields.preheader.text }),
    ...(language && { language }),
    ...(ignored.length && { ignore: ignored }),
    ...(facts && { facts }),
    lang,
  };
}

/**
 * Findings in reading order, each with the field it stands in, its family, and a key that outlives a new check; each
 * rewrite with the words that would go. `texts` are the texts that the answer is about.
 */
export function findingsIn(answer, texts) {
  const seen = new Map();
  const order = ["subject", "preheader", "body"];
  return answer.findings
    .map((finding) => {
      const field = PARTS[finding.part] ?? "body";
      const name = `${field}|${finding.rule}|${finding.excerpt}`;
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      const rewrites = finding.rewrites.map((each) => ({ ...each, gone: texts[field].slice(each.start, each.end) }));
      return { ...finding, rewrites, field, family: familyOf(finding.category), key: `${name}|${nth}` };
    })
    .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field) || a.start - b.start);
}

/** Claims with their field and a key; confirmed ones are drawn as marks of their own. */
export function claimsIn(answer) {
  return (answer.claims ?? []).map((claim, index) => ({
    ...claim,
    field: PARTS[claim.part] ?? "body",
    family: "verified",
    severity: "verified",
    key: `claim|${claim.fact}|${claim.words}|${index}`,
  }));
}
