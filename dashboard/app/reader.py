"""The article reader: a whole article in pieces, what every mark in it is, and its account."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
from dash import html

from dashboard import edtf
from dashboard.accounting import told_how
from dashboard.app import ids
from dashboard.app.account import FATE_LABELS, article_account
from dashboard.app.attributes import aria
from dashboard.app.language import direction
from dashboard.events import to_events
from dashboard.model import Article
from dashboard.segments import Mark, cut, hit_marks
from dashboard.store import Store

QUOTES = ("quote", "further")
WHAT_WORDS = {
    "date": "Date word",
    "country": "Country",
    "organisation": "Organisation",
    "person": "Office holder",
    "sentence": "Sentence",
}


def layout() -> html.Section:
    """Return the pane; the page's script fills it when the address names an article."""
    return html.Section(
        id=ids.READER, className="reader", hidden=True, **aria(label="Article reader")
    )


def reader(store: Store, file: str, reports: pd.DataFrame, typed: str = "") -> dict[str, Any]:
    """Return an article with its marks, the events it tells of and its account, as plain data.

    reports are all reports there are; typed are words whose places are marked too. Raises
    StoreError where the store has no such article.
    """
    article = store.article(file)
    sentences = _sentences(store, file)
    marks = [*store.article_marks(file), *sentences, *hit_marks(typed, article.text)]
    events = _events(reports, [mark.event_id for mark in marks if mark.event_id])
    return {
        **_about(article),
        "typed": typed,
        "paragraphs": _paragraphs(article.text, marks),
        "marks": {mark.id: _mark(mark, article.text) for mark in marks if mark.what != "hit"},
        "events": events,
        "account": article_account(store.account(file), marks, article.text),
    }


def _about(article: Article) -> dict[str, Any]:
    return {
        "file": article.file,
        "headline": article.headline or article.file,
        "publisher": article.publisher,
        "author": article.author,
        "published": "; ".join((published_words(article), *told_how(article))),
        "is_dated": bool(article.published_on),
        "lang": article.language,
        "dir": direction(article.language),
    }


def published_words(article: Article) -> str:
    """Say when an article was published, and where that is known from.

    >>> published_words(Article("a.txt", "", published_on="2022-10-11", published_from="inferred"))
    'Published Tue 11 Oct 2022, worked out from what it says'
    """
    if not article.published_on:
        return "Publication day not known"
    known = article.published_from
    said = {
        "inferred": ", worked out from what it says",
        "corrected": ", corrected by a reader",
        "": "",
    }
    words = said.get(known, f", as {known} says")
    return f"Published {edtf.in_words(article.published_on)}{words}"


def _sentences(store: Store, file: str) -> list[Mark]:
    """Return a mark for each sentence of which no report was made."""
    entries = [entry for entry in store.accounting(file) if entry.what == "sentence"]
    return [
        Mark(f"s{number}", entry.span, "sentence", fate=entry.fate, reason=entry.reason)
        for number, entry in enumerate(entries)
    ]


def _paragraphs(text: str, marks: Iterable[Mark]) -> list[list[list[Any]]]:
    """Return for each paragraph its pieces: words, and the ids of the marks they lie in."""
    found: list[list[list[Any]]] = []
    for segment in cut(text, marks):
        if segment.paragraph == len(found):
            found.append([])
        found[segment.paragraph].append([segment.text, list(segment.marks)])
    return found


def _mark(mark: Mark, text: str) -> dict[str, str]:
    if mark.what in QUOTES:
        return {"what": mark.what, "event": mark.event_id, "report": mark.report_id}
    said = {
        "words": text[mark.span.start : mark.span.end],
        "kind": WHAT_WORDS[mark.what],
        "fate": mark.fate,
        "fate_words": FATE_LABELS[mark.fate],
        "meaning": mark.meaning,
        "reason": mark.reason,
    }
    return {"what": mark.what, **said}


def _events(reports: pd.DataFrame, wanted: Sequence[str]) -> list[dict[str, Any]]:
    """Return the events of an article in the order in which it first quotes them."""
    order = list(dict.fromkeys(wanted))
    found: Mapping[str, Any] = {
        event["event_id"]: event
        for event in to_events(reports[reports["event_id"].isin(order)]).to_dict("records")
    }
    return [
        {
            "id": key,
            "label": found[key]["label"],
            "day": edtf.in_words(found[key]["date"]),
        }
        for key in order
        if key in found
    ]
