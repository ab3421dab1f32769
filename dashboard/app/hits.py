"""Cuts texts where the words looked for begin and end, so that the page can mark them."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from dashboard.search import find_hits

Piece = list[str]
"""[text, what]: what is "hit" for words looked for; other names may stand beside it."""

REACH = 60
"""Characters of an excerpt before its first hit, and after it."""


def marked(text: str, typed: str) -> list[Piece]:
    """Cut a text in pieces, the hits marked; joined they are the text.

    >>> marked("The Ferry sails.", "ferry")
    [['The ', ''], ['Ferry', 'hit'], [' sails.', '']]
    """
    return mark_pieces([[text, ""]], typed)


def mark_pieces(pieces: Sequence[Piece], typed: str) -> list[Piece]:
    """Cut pieces further where hits begin and end; what they were stays beside "hit".

    >>> mark_pieces([["on ", ""], ["4 May", "date"]], "may")
    [['on ', ''], ['4 ', 'date'], ['May', 'date hit']]
    """
    text = "".join(piece for piece, _ in pieces)
    spans = find_hits(typed, text) if typed else ()
    borders = sorted({p for span in spans for p in (span.start, span.end)})
    cut: list[Piece] = []
    at = 0
    for words, what in pieces:
        end = at + len(words)
        places = [at, *(p for p in borders if at < p < end), end]
        for first, last in pairwise(places):
            is_hit = any(span.start <= first < span.end for span in spans)
            cut.append([text[first:last], f"{what} hit".strip() if is_hit else what])
        at = end
    return [piece for piece in cut if piece[0]]


def excerpt(text: str, typed: str) -> list[Piece]:
    """Return the words around the first hit, the hits marked; [] where there is none."""
    spans = find_hits(typed, text)
    if not spans:
        return []
    start, end = max(0, spans[0].start - REACH), min(len(text), spans[0].end + REACH)
    before = text[start : spans[0].start]
    before = re.sub(r"^\S*\s+", "", before) if start else before
    after = text[spans[0].end : end]
    after = re.sub(r"\s+\S*$", "", after) if end < len(text) else after
    words = " ".join(f"{before}{text[spans[0].start : spans[0].end]}{after}".split())
    pieces = marked(words, typed)
    return [["… ", ""], *pieces, [" …", ""]]


def mark_evidence(event: Mapping[str, Any], typed: str) -> dict[str, Any]:
    """Return what the drawer shows of an event, the hits marked in its label and its quotes."""
    return {
        **event,
        "title_parts": marked(event["title"], typed),
        "typed": typed,
        "sources": [
            {**source, "reports": [_mark_report(report, typed) for report in source["reports"]]}
            for source in event["sources"]
        ],
    }


def _mark_report(report: Mapping[str, Any], typed: str) -> dict[str, Any]:
    further = [{**quote, "parts": marked(quote["text"], typed)} for quote in report["further"]]
    return {**report, "quote": mark_pieces(report["quote"], typed), "further": further}
