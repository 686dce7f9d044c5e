"""From a document to matches: which patterns of which rules hold where. Nothing here judges, rewrites or prints."""

from __future__ import annotations

from tonelint.matching.finder import Capture, Crash, Match, Search, match_document, search_document

__all__ = ["Capture", "Crash", "Match", "Search", "match_document", "search_document"]
