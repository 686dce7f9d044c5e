"""The look of the HTML report: on a screen, in the dark, on paper. It loads nothing."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light dark; --ink: #1d2733; --paper: #fdfdfb; --line: #d9dcd6; --soft: #5c6773;
  --error: #b3372f; --warning: #a5690a; --advice: #2f6690; --better: #2e6f40; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7e6e1; --paper: #16191d; --line: #343a41; --soft: #9ba5af;
  --error: #ef8a80; --warning: #e3b15c; --advice: #83b7dd; --better: #8cc79b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 2rem 1.5rem; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 0; overflow-wrap: anywhere; }
.soft { color: var(--soft); } .chart { margin: 1.5rem 0; max-width: 100%; height: auto; }
.chart text { fill: var(--ink); font: 13px system-ui, sans-serif; }
.file { border-top: 1px solid var(--line); padding: 1.5rem 0; }
.beside { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.5rem; margin-top: 1rem; }
.letter { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 1rem; padding: 1rem;
  border: 1px solid var(--line); border-radius: .4rem; font: 14px/1.6 ui-monospace, monospace; }
mark { color: inherit; background: color-mix(in srgb, var(--warning) 22%, transparent);
  border-bottom: 2px solid var(--warning); }
mark.error { background: color-mix(in srgb, var(--error) 20%, transparent); border-color: var(--error); }
mark.advice { background: color-mix(in srgb, var(--advice) 18%, transparent); border-color: var(--advice); }
ol { list-style: none; margin: 0; padding: 0; }
.finding { border-left: 4px solid var(--warning); padding: .1rem 0 .1rem .9rem; margin: 0 0 1.2rem;
  break-inside: avoid; }
.finding.error { border-color: var(--error); } .finding.advice { border-color: var(--advice); }
.finding p { margin: .25rem 0; } .before, .after { padding-left: .2rem; } .before { color: var(--soft); }
.after { color: var(--better); } .rule { font-size: .85rem; }
a { color: inherit; }
@media (max-width: 52rem) { .beside { grid-template-columns: minmax(0, 1fr); } }
@media print { body { max-width: none; padding: 0; font-size: 11pt; } .letter { font-size: 9pt; }
  a { text-decoration: none; } }
"""
