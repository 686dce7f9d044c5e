// Asks a tonelint service about a letter when Thunderbird is about to send it.
//
// 'stop' holds the letter back. 'review' holds it back once and says why; pressing Send again, with the same words, sends
// it: the author decides. When the service does not answer within four seconds, the letter goes out.

const SERVICE = "http://127.0.0.1:8081";
const PATIENCE = 4000;
const SHOWN = 3;

/** The answer of the service, or null when it cannot be had in time. */
async function ask(letter, { fetch, key = "", url = SERVICE, patience = PATIENCE }) {
  const headers = { "Content-Type": "application/json", ...(key ? { "X-API-Key": key } : {}) };
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await fetch(`${url}/v1/check`, { method: "POST", headers, body: JSON.stringify(letter), signal });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** The letter in Thunderbird's compose details. */
function letterOf(details) {
  const body = details.isPlainText ? { text: details.plainTextBody } : { html: details.body };
  return details.subject ? { subject: details.subject, ...body } : body;
}

/** The first few messages, one a line. */
function reasons(answer) {
  return answer.findings.slice(0, SHOWN).map((finding) => `• ${finding.message}`).join("\n");
}

/** The listener for `compose.onBeforeSend`; what was shown before is remembered by the words it was shown for. */
function beforeSend({ fetch, notify, settings = async () => ({}) }) {
  const shown = new Map();
  return async (tab, details) => {
    const letter = letterOf(details);
    const answer = await ask(letter, { fetch, ...(await settings()) });
    if (!answer || answer.verdict === "send") return {};
    const words = JSON.stringify(letter);
    if (answer.verdict === "review" && shown.get(tab.id) === words) {
      shown.delete(tab.id);
      return {};
    }
    shown.set(tab.id, words);
    const last = answer.verdict === "review" ? "\nPress Send again to send it as it is." : "";
    await notify(reasons(answer) + last);
    return { cancel: true };
  };
}

if (typeof browser !== "undefined") {
  const notify = (message) => browser.notifications.create({ type: "basic", title: "tonelint", message });
  const settings = async () => (await browser.storage.local.get("tonelint")).tonelint ?? {};
  browser.compose.onBeforeSend.addListener(beforeSend({ fetch: globalThis.fetch.bind(globalThis), notify, settings }));
}

if (typeof module !== "undefined") module.exports = { ask, beforeSend, letterOf };
