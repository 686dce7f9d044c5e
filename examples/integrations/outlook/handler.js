// The handler of Outlook Smart Alerts (event OnMessageSend, Mailbox 1.12, send mode promptUser): asks a tonelint service and
// shows the first three findings. The author can always choose Send Anyway. When the service does not answer within four
// seconds, the letter goes out: Outlook itself grows impatient after five.
//
// The service needs HTTPS and --allow-origin with the origin of the add-in.

const SERVICE = "https://tonelint.example";
const PATIENCE = 4000;
const SHOWN = 3;

/** The value that one of Outlook's getAsync calls hands over. */
function got(call) {
  return new Promise((resolve, reject) => {
    call((result) => (result.status === "succeeded" ? resolve(result.value) : reject(result.error)));
  });
}

/** The letter that is being sent. */
async function letterIn(item) {
  const [subject, html] = await Promise.all([
    got((done) => item.subject.getAsync(done)),
    got((done) => item.body.getAsync("html", done)),
  ]);
  return subject ? { subject, html } : { html };
}

/** `promise`, or an error after `patience` milliseconds. */
function soon(promise, patience) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function asked(item, { fetch, url, key }) {
  const headers = { "Content-Type": "application/json", ...(key ? { "X-API-Key": key } : {}) };
  const response = await fetch(`${url}/v1/check`, { method: "POST", headers, body: JSON.stringify(await letterIn(item)) });
  return response.ok ? response.json() : null;
}

/** Finishes a send event: allowed, or with the reasons why the author may want to look again. */
async function onMessageSend(event, item, { fetch, url = SERVICE, key = "", patience = PATIENCE }) {
  let answer = null;
  try {
    answer = await soon(asked(item, { fetch, url, key }), patience);
  } catch {
    // Whatever went wrong on the way is not the author's trouble.
  }
  if (!answer || answer.verdict === "send") {
    event.completed({ allowEvent: true });
    return;
  }
  const lines = answer.findings.slice(0, SHOWN).map((finding) => `• ${finding.message}`);
  event.completed({ allowEvent: false, errorMessage: lines.join("\n") });
}

if (typeof Office !== "undefined") {
  Office.actions.associate("onMessageSendHandler", (event) =>
    onMessageSend(event, Office.context.mailbox.item, { fetch: globalThis.fetch.bind(globalThis) }),
  );
}

if (typeof module !== "undefined") module.exports = { letterIn, onMessageSend };
