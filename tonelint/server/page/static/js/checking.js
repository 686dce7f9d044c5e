// Checking as a person types: a moment after the last key, one request at a time, and no answer to an older text.

import { check } from "./api.js";

const PAUSE = 350;

/**
 * @param letter returns the request for the letter as it is now, or null when there is nothing to check
 * @param on `{answer(answer), nothing(), trouble(trouble)}`
 * @returns `soon()` and `at once()` as functions
 */
export function checking(letter, on) {
  let timer = 0;
  let running = null;

  async function run() {
    running?.abort();
    const asked = letter();
    if (!asked) {
      on.nothing();
      return;
    }
    const mine = new AbortController();
    running = mine;
    try {
      const answer = await check(asked, { signal: mine.signal });
      if (running === mine && !mine.signal.aborted) on.answer(answer);
    } catch (error) {
      if (error.name === "AbortError") return;
      if (running === mine) on.trouble(error);
    }
  }

  const later = (pause) => {
    running?.abort();
    running = null;
    clearTimeout(timer);
    timer = setTimeout(run, pause);
  };
  return { soon: () => later(PAUSE), now: () => later(0), after: later };
}
