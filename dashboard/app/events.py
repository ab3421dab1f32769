"""An event as a row of plain data, for the table and for the list on small screens."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import edtf
from dashboard.app import wording
from dashboard.app.hits import Piece, excerpt, marked
from dashboard.countries import country_name
from dashboard.events import by_role
from dashboard.quotation import within_marks
from dashboard.view.items import day_words, has_day

Event = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """Words looked for, what tells the parts of an event that hold them, the texts of articles."""

    typed: str = ""
    parts: Callable[[Event], Sequence[str]] = lambda event: ()
    text: Callable[[str], str] = str


def event_row(event: Event, reports: Sequence[Event]) -> dict[str, Any]:
    """Say of an event all that its mark says: its words for the day are those of the drawing."""
    day, reached, countries = edtf.in_words(event["date"]), "", event["countries"]
    if has_day(event):
        (day, reached), countries = day_words(event, reports), by_role(countries, reports)
    corrected = wording.corrected_words(event["corrected"])
    return {
        "id": event["event_id"],
        "day": day,
        "how": ", ".join(part for part in (reached, corrected) if part),
        "label": event["label"],
        "quote": within_marks(event["quote"]),
        "countries": [country_name(code) for code in countries],
        "actors": list(event["actors"]),
        "kind": wording.KIND_LABELS[event["kind"]],
        "sources": _told_by(event),
        "outlets": int(event["outlets"]),
        "disagree": bool(event["disagree"]),
    }


def _told_by(event: Event) -> str:
    """Name the outlets; where some print the words of others, say that they add nothing."""
    names = ", ".join(event["publishers"])
    is_copied = len(event["publishers"]) > event["outlets"]
    return f"{names}; reprints counted once" if is_copied else names


def mark_row(event: Event, found: Found) -> dict[str, list[Piece]]:
    """Mark the words in label and quote; where they stand in an article only, show them there.

    What holds no hit is left out: it is shown as it is.
    """
    parts = found.parts(event)
    hits = {
        f"{name}_parts": pieces
        for name, words in (("label", event["label"]), ("quote", within_marks(event["quote"])))
        if name in parts and _has_hit(pieces := marked(words, found.typed))
    }
    if parts and not {"label", "quote"} & set(parts):
        texts = (found.text(file) for file in event["articles"])
        return {**hits, "excerpt": _first_excerpt("In the article: ", texts, found.typed)}
    if "quote" in parts and "quote_parts" not in hits:
        quotes = event["quotes"]
        return {**hits, "excerpt": _first_excerpt("Another source: ", quotes, found.typed)}
    return hits


def _first_excerpt(where: str, texts: Iterable[str], typed: str) -> list[Piece]:
    found = next((pieces for text in texts if (pieces := excerpt(text, typed))), [])
    return [[where, ""], *found] if found else []


def _has_hit(pieces: Sequence[Piece]) -> bool:
    return any(what for _, what in pieces)
