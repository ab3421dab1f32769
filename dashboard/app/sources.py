"""The sources of one event: each article with its own quotes, its own day, and what it reprints."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard import edtf
from dashboard.app import wording
from dashboard.app.language import direction
from dashboard.counts import differing
from dashboard.forms import form_of
from dashboard.model import Article
from dashboard.review import original_words

REACH = 320
"""How far, in characters, the sentence before and after a quote is looked for."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]*\w)")

Row = Mapping[str, Any]


def sources(
    rows: Sequence[Row],
    event: Row,
    articles: Mapping[str, Article],
) -> dict[str, Any]:
    """Return the sources of an event, its reports under the article they stand in.

    rows are its reports, best founded first; a source whose reports all have nearly the words
    of another article is marked as its reprint.
    """
    copies = dict(zip(event["report_ids"], event["reprint_of"], strict=True))
    outlets = {row["report_id"]: row["publisher"] for row in rows}
    by_article: dict[str, list[Row]] = {}
    for row in rows:
        by_article.setdefault(row["article"], []).append(row)
    found = [
        _source(group, articles[file], [outlets.get(copies[row["report_id"]], "") for row in group])
        for file, group in by_article.items()
    ]
    return {
        "sources": found,
        "told_by": told_by(found, len(rows), event["outlets"]),
        "days": _days(found, event, [row["label"] for row in rows]),
    }


def _source(rows: Sequence[Row], article: Article, copied: Sequence[str]) -> dict[str, Any]:
    first = rows[0]
    known = edtf.in_words(first["published_on"]) if first["published_on"] else "day not known"
    return {
        "file": first["article"],
        "publisher": first["publisher"],
        "headline": first["headline"],
        "author": first["author"],
        "published": f"published {known}",
        "lang": first["language"],
        "dir": direction(first["language"]),
        "reprint": copied[0] if all(copied) else "",
        "day": _day(rows),
        "words": next((row["date_words"] for row in rows if row["date"]), ""),
        "reports": [_report(row, article) for row in rows],
    }


def _day(rows: Sequence[Row]) -> str:
    """Say the day that a source gives; a span of days that could be any of them says so."""
    dates = {row["date"]: row["date_words"] for row in reversed(rows) if row["date"]}
    said = [edtf.in_words(day) + _vague(day, dates[day]) for day in sorted(dates)]
    return " and ".join(said) or edtf.in_words("")


def _vague(day: str, words: str) -> str:
    is_vague = form_of(edtf.parse(day), words, False) == "interval"
    return ", day not stated" if is_vague else ""


def _days(
    found: Sequence[Mapping[str, Any]], event: Row, labels: Sequence[str]
) -> dict[str, Any] | None:
    """Return what each source says of the day, and what the day shown is made of.

    Numbers in which the labels differ are said beside it.
    """
    if len(found) < 2:
        return None
    disagree, numbers = bool(event["disagree"]), differing(labels)
    made = made_of(event["date"], disagree, {source["day"] for source in found})
    if numbers:
        made = made.replace("They agree.", "They agree on the day.")
        made += f" They differ in a number: {', '.join(numbers)}."
    return {
        "rows": [[source["publisher"], source["day"], source["words"]] for source in found],
        "disagree": disagree,
        "made_of": made,
    }


def made_of(day: str, disagree: bool, days: set[str]) -> str:
    """Say what the day of an event is made of, from the days its sources give.

    >>> made_of("2022-10-10", False, {"10 to 12 Oct 2022, day not stated", "Mon 10 Oct 2022"})
    'Mon 10 Oct 2022 is what all of them allow.'
    """
    if not day:
        return "None of them gives a day."
    shown = edtf.in_words(day)
    if disagree:
        return f"The sources differ: no day fits all of them, so it is shown as {shown}."
    dated = days - {edtf.in_words("")}
    if len(dated) > 1:
        return f"{shown} is what all of them allow."
    return f"{shown} rests on the one that gives a day." if dated != days else "They agree."


def told_by(found: Sequence[Mapping[str, Any]], reports: int, outlets: int) -> str:
    """Say how many articles and outlets tell of an event; reprints are counted once.

    >>> told_by([{"reprint": ""}, {"reprint": "Harbour Gazette"}], 2, 1)
    '2 articles, 1 of them a reprint: counted as 1 source'
    """
    copies = sum(bool(source["reprint"]) for source in found)
    if copies:
        articles, counted = wording.plural(len(found), "article"), wording.plural(outlets, "source")
        kind = "a reprint" if copies == 1 else "reprints"
        return f"{articles}, {copies} of them {kind}: counted as {counted}"
    told = wording.plural(outlets, "source")
    return told if reports == len(found) else f"{told}, {wording.plural(reports, 'report')}"


def _report(row: Row, article: Article) -> dict[str, Any]:
    before, after = context(article.text, row["start_char"], row["end_char"])
    return {
        "id": row["report_id"],
        "speaker": row["speaker"],
        "before": before,
        "quote": _parts(row),
        "after": after,
        "place": wording.place_words(row["start_char"], row["end_char"]),
        "further": [
            {"text": article.text[start:end], "place": wording.place_words(start, end)}
            for start, end in row["further_quotes"]
        ],
        "merge_reason": row["merge_reason"],
        "citation": wording.citation(row),
        "corrected": [original_words(name, found) for name, found in row["corrected"]],
    }


def _parts(row: Row) -> list[list[str]]:
    """Cut the quote in pieces of [text, what]: what is "date" for the words that gave the day."""
    quote, start = row["quote"], row["start_char"]
    first, last = row["date_start"] - start, row["date_end"] - start
    if row["date_start"] < 0 or first < 0 or last > len(quote):
        return [[quote, ""]]
    pieces = [[quote[:first], ""], [quote[first:last], "date"], [quote[last:], ""]]
    return [piece for piece in pieces if piece[0]]


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the sentence before and the sentence after a span, within its paragraph.

    >>> context("One came. Two left. Three sang.", 10, 19)
    ('One came. ', ' Three sang.')
    """
    return _sentence_before(text, start), _sentence_after(text, end)


def _sentence_before(text: str, start: int) -> str:
    reach = max(0, start - REACH)
    stretch = text[reach:start]
    paragraph = stretch.rsplit("\n", 1)[-1]
    ends = [m.end() for m in _SENTENCE_END.finditer(paragraph + "x") if m.end() < len(paragraph)]
    if ends:
        return paragraph[ends[-1] :]
    is_cut = reach > 0 and len(paragraph) == len(stretch)
    return "… " + paragraph.partition(" ")[2] if is_cut else paragraph


def _sentence_after(text: str, end: int) -> str:
    stretch = text[end : end + REACH]
    paragraph = stretch.split("\n", 1)[0]
    ends = [m.start() for m in _SENTENCE_END.finditer(paragraph) if paragraph[: m.start()].strip()]
    ends = [place for place in ends if re.search(r"\w", paragraph[:place])]
    if ends:
        return paragraph[: ends[0]]
    is_cut = end + REACH < len(text) and len(paragraph) == len(stretch)
    return paragraph.rpartition(" ")[0] + " …" if is_cut else paragraph
