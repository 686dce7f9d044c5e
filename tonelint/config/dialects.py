"""The names of the template dialects that `template_dialect` knows. What each of them writes is known in `reading`."""

from __future__ import annotations

DIALECT_NAMES: tuple[str, ...] = (
    "auto", "jinja", "django", "twig", "liquid", "handlebars", "mustache", "erb", "velocity", "mailchimp", "unisender",
    "unisender-go", "sendsay", "sendpulse", "mindbox", "altcraft", "brevo", "customer.io", "sendgrid", "postmark",
    "mailgun", "mailerlite", "none",
)  # fmt: skip
