// node --test: the Outlook example with stand-ins for fetch and for Office.
const assert = require("node:assert/strict");
const test = require("node:test");
const { onMessageSend } = require("../../examples/integrations/outlook/handler.js");

const giving = (value) => (...given) => given.at(-1)({ status: "succeeded", value });
const ITEM = { subject: { getAsync: giving("Hi") }, body: { getAsync: giving("<p>Hurry</p>") } };

async function sent(fetch, item = ITEM, patience = 1000) {
  const completed = [];
  await onMessageSend({ completed: (answer) => completed.push(answer) }, item, { fetch, patience });
  assert.equal(completed.length, 1);
  return completed[0];
}

const answering = (verdict, messages) => async () => ({
  ok: true,
  json: async () => ({ verdict, findings: messages.map((message) => ({ message })) }),
});

test("an honest letter is allowed", async () => {
  assert.deepEqual(await sent(answering("send", [])), { allowEvent: true });
});

test("a doubtful letter is asked about, with the first three reasons", async () => {
  const answer = await sent(answering("review", ["a", "b", "c", "d"]));
  assert.deepEqual(answer, { allowEvent: false, errorMessage: "• a\n• b\n• c" });
});

test("the subject and the HTML body are sent", async () => {
  let body;
  await sent(async (_, request) => { body = JSON.parse(request.body); return { ok: false }; });
  assert.deepEqual(body, { subject: "Hi", html: "<p>Hurry</p>" });
});

test("the letter is allowed when anything goes wrong", async () => {
  const failing = { ...ITEM, body: { getAsync: (_, done) => done({ status: "failed", error: new Error("no") }) } };
  assert.deepEqual(await sent(async () => { throw new TypeError("no connection"); }), { allowEvent: true });
  assert.deepEqual(await sent(async () => ({ ok: false, status: 500 })), { allowEvent: true });
  assert.deepEqual(await sent(() => new Promise(() => {}), ITEM, 5), { allowEvent: true });
  assert.deepEqual(await sent(answering("stop", ["a"]), failing), { allowEvent: true });
});
