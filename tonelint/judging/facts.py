"""What the sender knows, as data that cannot be wrong once built: offer, stock, counts, proof, reader.

Facts are read once and never changed. Nothing here looks at a letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

When = date | datetime
"""A day, or a moment with its zone. A bare day is meant as a whole, in the zone of `Facts.now`."""

Never = Literal["never"]


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer: `ends_at` may be `never`, `price_before` is `never` when that price was not charged at all."""

    ends_at: When | Never | None = None
    repeats: bool | None = None
    held_until: When | None = None
    price: float | None = None
    price_before: float | Never | None = None
    price_before_since: When | None = None
    price_before_until: When | None = None
    price_after: float | None = None
    fee: float | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class StockItem:
    """How many there are of one thing, by name."""

    name: str
    left: int
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Stock:
    """How many there are, of how many, and of what."""

    left: int | None = None
    total: int | None = None
    unit: str | None = None
    items: tuple[StockItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted. `rating` is on the scale that the letter uses, usually out of 5."""

    customers: int | None = None
    viewers_now: int | None = None
    buyers_24h: int | None = None
    sold: int | None = None
    in_carts: int | None = None
    reviews: int | None = None
    rating: float | None = None
    last_sale_at: When | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """Something said in letters, and where it can be looked up. `claim` is its words, or a kind such as `ranking`."""

    claim: str
    source: str
    date: When | None = None


@dataclass(frozen=True, slots=True)
class Subscription:
    """What a subscription costs when it goes on, and how it is ended."""

    renews: When | bool | None = None
    price: float | None = None
    period: str | None = None
    cancel: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """When the reader's points or account really end."""

    points_expire_at: When | Never | None = None
    deletes_at: When | Never | None = None


@dataclass(frozen=True, slots=True)
class Business:
    """Whether the business closes."""

    closes_at: When | Never | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """What the reader agreed to, and where."""

    marketing: bool | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """What the reader was promised."""

    text: str
    due: When | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Recipient:
    """The reader's situation, as far as the sender knows it."""

    name: str | None = None
    on_leave_until: When | None = None
    postponed: int = 0
    refused_at: When | None = None
    unsubscribed_at: When | None = None
    quiet_since: When | None = None
    last_contact_at: When | None = None
    concerns: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    """A letter that this reader got before."""

    at: When
    subject: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """The message that this letter answers."""

    in_reply_to: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that is known. `given` is the same as plain data, by the keys of the file, for the slots of
    rewrites."""

    now: datetime | None = None
    offer: Offer = Offer()
    stock: Stock = Stock()
    counts: Counts = Counts()
    proof: tuple[Proof, ...] = ()
    subscription: Subscription = Subscription()
    account: Account = Account()
    business: Business = Business()
    consent: Consent = Consent()
    recipient: Recipient = Recipient()
    sent: tuple[Sent, ...] = ()
    thread: Thread = Thread()
    answers: Mapping[str, Any] = field(default_factory=dict)
    given: Mapping[str, Any] = field(default_factory=dict)


NOTHING = Facts()
"""What is known when nobody has said anything."""
