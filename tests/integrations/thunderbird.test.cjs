// node --test: the Thunderbird example with stand-ins for fetch and for Thunderbird.
const assert = require("node:assert/strict");
const test = require("node:test");
const { ask, beforeSend, letterOf } = require("../../examples/integrations/thunderbird/background.js");

const answering = (verdict, messages = ["Say the day."]) => async () => ({
  ok: true,
  json: async () => ({ verdict, findings: messages.map((message) => ({ message })) }),
});
const DETAILS = { isPlainText: false, subject: "Hi", body: "<p>Hurry</p>", plainTextBody: "Hurry" };

function listening(fetch) {
  const told = [];
  const listener = beforeSend({ fetch, notify: async (message) => told.push(message) });
  return { told, send: (details = DETAILS) => listener({ id: 1 }, details) };
}

test("an honest letter goes out without a word", async () => {
  const { told, send } = listening(answering("send", []));
  assert.deepEqual(await send(), {});
  assert.deepEqual(told, []);
});

test("a letter to stop is held back each time, with its reasons", async () => {
  const { told, send } = listening(answering("stop", ["a", "b", "c", "d"]));
  assert.deepEqual(await send(), { cancel: true });
  assert.deepEqual(await send(), { cancel: true });
  assert.equal(told[0], "• a\n• b\n• c");
});

test("a letter to review goes out when it is sent again as it is", async () => {
  const { told, send } = listening(answering("review"));
  assert.deepEqual(await send(), { cancel: true });
  assert.match(told[0], /Say the day/);
  assert.deepEqual(await send(), {});
});

test("changed words are asked about anew", async () => {
  const { send } = listening(answering("review"));
  await send();
  assert.deepEqual(await send({ ...DETAILS, body: "<p>Hurry up</p>" }), { cancel: true });
});

test("the letter goes out when the service is down, refuses, or is slow", async () => {
  const down = async () => { throw new TypeError("no connection"); };
  const refusing = async () => ({ ok: false, status: 503 });
  const slow = (_, { signal }) => new Promise((_, reject) => {
    // The clock of an abort signal does not keep Node alive by itself.
    const alive = setInterval(() => {}, 1000);
    signal.addEventListener("abort", () => { clearInterval(alive); reject(signal.reason); });
  });
  for (const fetch of [down, refusing]) assert.deepEqual(await listening(fetch).send(), {});
  assert.equal(await ask({ text: "a" }, { fetch: slow, patience: 5 }), null);
});

test("plain text and HTML go under their own names, with the key when there is one", async () => {
  assert.deepEqual(letterOf({ ...DETAILS, isPlainText: true }), { subject: "Hi", text: "Hurry" });
  let sent;
  const fetch = async (url, request) => { sent = { url, ...request }; return { ok: true, json: async () => ({}) }; };
  await ask(letterOf(DETAILS), { fetch, key: "k" });
  assert.equal(sent.url, "http://127.0.0.1:8081/v1/check");
  assert.equal(sent.headers["X-API-Key"], "k");
  assert.deepEqual(JSON.parse(sent.body), { subject: "Hi", html: "<p>Hurry</p>" });
});
