// Talking to the server, and saying in plain words what went wrong.

import { language } from "./language.js";

const KEY = "tonelint-key";

/** What went wrong: `key` names the words of the page, `detail` and `seconds` fill them in. */
export class Trouble extends Error {
  constructor(key, { detail = "", seconds = 0 } = {}) {
    super(detail || key);
    this.key = key;
    this.detail = detail;
    this.seconds = seconds;
  }
}

const accessKey = () => { try { return sessionStorage.getItem(KEY); } catch { return null; } };

/** Keeps an access key until the tab is closed. */
export function useKey(key) { try { sessionStorage.setItem(KEY, key); } catch { /* asked again next time */ } }

/** @returns the response of a POST with a JSON body; @throws {Trouble} */
const post = (path, body, signal) => asked(path, {
  method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), signal,
});

async function asked(path, { headers = {}, ...how } = {}) {
  const key = accessKey();
  let response;
  try {
    response = await fetch(path, { ...how, headers: { ...headers, "Accept-Language": language(), ...(key && { "X-API-Key": key }) } });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Trouble("offline");
  }
  if (response.ok) return response;
  throw await troubleIn(response);
}

async function troubleIn(response) {
  const problem = await response.json().catch(() => ({}));
  const detail = String(problem.detail ?? problem.title ?? response.status);
  if (response.status === 401 || response.status === 403) return new Trouble("key-needed", { detail });
  if (response.status === 413) return new Trouble("too-long", { detail });
  const seconds = Number(response.headers.get("Retry-After")) || 5;
  if (response.status === 429) return new Trouble("too-often", { detail, seconds });
  if (response.status === 503) return new Trouble(problem.partial ? "too-slow" : "busy", { detail, seconds });
  return new Trouble("refused", { detail });
}

/** The answer to a letter, positions in UTF-16 units; with `parts`, the decoded texts of a file as well. */
export async function check(letter, { signal, parts = false } = {}) {
  return (await post(`v1/check?offsets=utf-16${parts ? "&parts=true" : ""}`, letter, signal)).json();
}

/** What the rules are called in the language of the page, by name. */
export async function ruleTitles() {
  const { rules } = await (await asked("v1/rules")).json();
  return new Map(rules.map((rule) => [rule.id, rule.title]));
}

/** The same check as a page to keep. */
export const report = async (letter) => (await post("v1/report", letter)).blob();
