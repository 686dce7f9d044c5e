"""How mailing services and template engines write their tags: one line a form, one line a service.

A form is known by its opening mark. Whether it prints or only steers is told by what stands behind the mark; what a
reader may still see inside a printing tag is found in `fallbacks`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from tonelint.language.lazy_pattern import lazy


@dataclass(frozen=True)
class Form:
    """How one kind of tag is written, and which of its contents only steer; `nests` is what may open inside it."""

    open: str
    close: str
    steers: re.Pattern[str]
    nests: str = ""
    one_line: bool = False

    @cached_property
    def stop(self) -> re.Pattern[str]:
        """What may end the tag or hide its end: its closing, another opening, a quotation mark."""
        marks = [re.escape(mark) for mark in (self.close, self.nests) if mark]
        return re.compile("|".join([*marks, "[\"'`]"]))


_NEVER = lazy(r"(?!)")
_ALWAYS = lazy(r"")
_WORDS = (
    r"(?:if|else|elseif|elsif|elif|unless|end\w*|for|foreach|each|while|switch|case|when|set|assign|block|include|do)\b"
)
_MAILCHIMP = "IF|IFNOT|ELSE|ELSEIF|END|INTERESTED|GROUP|HIDE|FEEDBLOCK"
STEERING = lazy(rf"[-+~]?\s*(?:[#/^!]|{_WORDS})", re.IGNORECASE)
"""How a tag that only steers begins, whoever writes it."""

FORMS: dict[str, Form] = {
    "{{{": Form("{{{", "}}}", lazy(r"\s*[#/^!]")),
    "{{": Form("{{", "}}", lazy(r"[~-]?\s*(?:[#/^!]|else\b|end\b|if\b|range\b|with\b)"), nests="{{"),
    "{%": Form("{%", "%}", lazy(r"(?![-+]?\s*(?:trans\b|translate\b|_\())")),
    "{#": Form("{#", "#}", _ALWAYS),
    "<%": Form("<%", "%>", lazy(rf"#|(?![=-])|[=-]\s*{_WORDS}")),
    "*|": Form("*|", "|*", lazy(rf"(?:{_MAILCHIMP})\b", re.I), one_line=True),
    "[%": Form("[%", "%]", lazy(rf"[-+]?\s*(?:#|{_WORDS})", re.I)),
    "${": Form("${", "}", _NEVER, nests="{"),
    "@{": Form("@{", "}", _ALWAYS, nests="{"),
}
"""Tags with an opening and a closing mark."""

WHOLE: dict[str, re.Pattern[str]] = {
    "%": lazy(r"(?<!\d)%(?![0-9A-Fa-f]{2}%)[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*%"),
    "{$": lazy(r"\{\$[A-Za-z_][\w.]*(?:\s*[|:][^{}\n]*)?\}"),
    "{": lazy(
        r"\{\s*(?:(?P<steers>(?:if|else|elseif|end|for|foreach)\b[^{}\n]*)|[$A-Za-z_][\w.]*(?:\s*[|:][^{}\n]*)?)\s*\}"
    ),
    "$": lazy(
        r"\$!?(?:\{[A-Za-z_][\w.-]*(?:\([^()\n]*\))?\}"
        r"|[A-Za-z_]\w*(?:-\w+)*(?:\.[A-Za-z_]\w*(?:\([^()\n]{0,100}\))?)*)"
    ),
    "#": lazy(
        r"(?P<steers>\#\{?(?:if|elseif|foreach|set|parse|include|macro|define|evaluate)\}?\s*"
        r"\((?:[^()\"']|\"[^\"\n]*\"|'[^'\n]*'|\((?:[^()]|\([^()]{0,200}\)){0,400}\)){0,400}\)|\#\{(?:else|end|stop|break)\}"
        r"|\#(?:else|end|stop|break)(?![a-z]))"
    ),
}
"""Tags that are known as a whole; those with a group `steers` print nothing when it takes part."""

COMMENTS: tuple[tuple[str, str], ...] = (
    ("{{!--", "--}}"), ("{{~!--", "--}}"), ("{#", "#}"), ("@{*", "*}"), ("<%#", "%>"), ("#*", "*#"),
)  # fmt: skip
"""Comments, which may be long and hold anything."""
LINE_COMMENT = ("##", "\n")
"""A comment of Velocity where that is named; elsewhere it is a heading of Markdown."""

AUTO = ("{{{", "{{", "{%", "{#", "<%", "*|", "[%", "${", "@{", "{$", "%")
VELOCITY = ("$", "#")
VELOCITY_SEEN = lazy(r"\#\{?(?:if|foreach|set)\}?\s*\(\s*[$!(]")
"""What tells a Velocity template: without it `$name` and `#end` are a price and a hashtag."""

_CURLY = ("{{{", "{{")
_JINJA = ("{{", "{%", "{#")
DIALECTS: dict[str, tuple[str, ...]] = {
    "auto": AUTO,
    "jinja": _JINJA,
    "django": _JINJA,
    "twig": _JINJA,
    "liquid": ("{{", "{%"),
    "handlebars": (*_CURLY, "%"),
    "mustache": _CURLY,
    "erb": ("<%",),
    "velocity": VELOCITY,
    "mailchimp": ("*|",),
    "unisender": ("{{",),
    "unisender-go": ("{{", *VELOCITY),
    "sendsay": ("[%",),
    "sendpulse": ("{{", "{%"),
    "mindbox": ("${", "@{"),
    "altcraft": ("{",),
    "brevo": _JINJA,
    "customer.io": ("{{", "{%"),
    "sendgrid": (*_CURLY, "%"),
    "postmark": _CURLY,
    "mailgun": (*_CURLY, "%"),
    "mailerlite": ("{$",),
    "none": (),
}
"""Which tags each service writes. Those of `altcraft` and `velocity` are asked for by name: single braces and dollar
signs are ordinary punctuation elsewhere."""

BARE_WORDS = frozenset({"unisender", "unisender-go"})
"""Services without filters: any words behind a bar are what is printed when a name is missing."""
