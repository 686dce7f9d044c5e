// Which facts the page asks for, by group and kind. The server documents the whole shape; these are the ones a
// person is likely to know by heart.

export const GROUPS = {
  offer: [
    ["offer.ends_at", "moment"],
    ["offer.price", "amount"],
    ["offer.price_after", "amount"],
    ["offer.price_before", "amount"],
    ["offer.price_before_since", "day"],
    ["offer.price_before_until", "day"],
    ["offer.fee", "amount"],
    ["offer.held_until", "moment"],
    ["offer.repeats", "yes-no"],
  ],
  stock: [["stock.left", "count"], ["stock.total", "count"]],
  counts: [
    ["counts.customers", "count"],
    ["counts.viewers_now", "count"],
    ["counts.buyers_24h", "count"],
    ["counts.in_carts", "count"],
    ["counts.reviews", "count"],
    ["counts.rating", "amount"],
    ["counts.last_sale_at", "moment"],
  ],
  proof: [],
  subscription: [
    ["subscription.price", "amount"],
    ["subscription.period", "text"],
    ["subscription.renews", "day"],
    ["subscription.cancel", "text"],
  ],
  account: [
    ["account.points_expire_at", "day"],
    ["account.deletes_at", "day"],
    ["business.closes_at", "day"],
    ["thread.in_reply_to", "text"],
  ],
  recipient: [
    ["recipient.name", "text"],
    ["recipient.on_leave_until", "day"],
    ["recipient.refused_at", "day"],
    ["recipient.postponed", "count"],
  ],
};

/** A moment as the server reads it, in the zone of this browser: `2026-05-31T18:00+03:00`; a bare day stays a day. */
export function momentOf(day, time) {
  if (!day) return null;
  return time ? `${day}T${time}${zone(new Date(`${day}T${time}`))}` : day;
}

/** Now, with the zone of this browser. */
export function now() {
  const at = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}${zone(at)}`;
}

function zone(at) {
  const minutes = -at.getTimezoneOffset();
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

/** The value of one fact from what its inputs hold; null when nothing usable stands in them. */
export function valueOf(kind, [first = "", second = ""]) {
  const text = first.trim();
  if (!text) return null;
  if (kind === "moment") return momentOf(text, second);
  if (kind === "yes-no") return text === "yes";
  if (kind === "count") return /^\d+$/.test(text) ? Number(text) : null;
  if (kind === "amount") return Number.isFinite(Number(text)) && Number(text) >= 0 ? Number(text) : null;
  return text;
}
