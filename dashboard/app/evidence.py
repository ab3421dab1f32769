"""What the drawer shows of one event, as plain data: its day, its countries, its sources."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard import edtf
from dashboard.app import wording
from dashboard.countries import country_name
from dashboard.frame import to_events
from dashboard.model import Article

REACH = 320
"""How far, in characters, the sentence before and after a quote is looked for."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]*\w)")
_RIGHT_TO_LEFT = ("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi")

Row = Mapping[str, Any]


def evidence(reports: pd.DataFrame, articles: Mapping[str, Article]) -> dict[str, Any]:
    """Return what the drawer shows of the event whose report rows these are.

    Every text in it is plain: the page sets it as text, never as markup.
    """
    event = to_events(reports).iloc[0].to_dict()
    place = {key: number for number, key in enumerate(event["report_ids"])}
    rows = sorted(reports.to_dict("records"), key=lambda row: place[row["report_id"]])
    return {
        "id": event["event_id"],
        "title": event["label"],
        "day": edtf.in_words(event["date"]),
        "how": _how(event, rows),
        "kind": _kind(event["kind"], rows),
        "disagreement": _disagreement(event, rows),
        "countries": _countries(rows),
        "actors": list(event["actors"]),
        "sources": [_source(row, articles[row["article"]]) for row in rows],
    }


def _how(event: Row, rows: Sequence[Row]) -> dict[str, Any]:
    best = rows[0]
    return {
        "source": wording.DATE_SOURCE_MEANINGS[event["date_source"]],
        "words": best["date_words"],
        "reason": best["date_reason"],
        "lang": best["language"],
    }


def _kind(kind: str, rows: Sequence[Row]) -> str:
    said = f"{wording.KIND_LABELS[kind]}: {wording.KIND_MEANINGS[kind]}."
    others = dict.fromkeys(row["kind"] for row in rows if row["kind"] != kind)
    if others:
        said += f" Another source has it as {' or '.join(others)}."
    return said


def _disagreement(event: Row, rows: Sequence[Row]) -> str:
    if not event["disagree"]:
        return ""
    told = dict.fromkeys(
        f"{row['publisher']} says {edtf.in_words(row['date'])}" for row in rows if row["date"]
    )
    return f"The sources differ on the day: {'; '.join(told)}."


def _countries(rows: Sequence[Row]) -> list[dict[str, str]]:
    found: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        for code, role, words, _start, _end, reason in row["country_evidence"]:
            found.setdefault((code, role), _country(code, role, words, reason, row["language"]))
    return sorted(found.values(), key=lambda c: (c["role"] == "is only mentioned", c["name"]))


def _country(code: str, role: str, words: str, reason: str, lang: str) -> dict[str, str]:
    return {
        "code": code,
        "name": country_name(code),
        "role": wording.ROLE_MEANINGS.get(role, role),
        "words": words,
        "reason": reason,
        "lang": lang,
    }


def _source(row: Row, article: Article) -> dict[str, Any]:
    before, after = context(article.text, row["start_char"], row["end_char"])
    known = edtf.in_words(row["published_on"]) if row["published_on"] else "day not known"
    return {
        "publisher": row["publisher"],
        "headline": row["headline"],
        "author": row["author"],
        "published": f"published {known}",
        "day": edtf.in_words(row["date"]) if row["date"] else "",
        "speaker": row["speaker"],
        "lang": row["language"],
        "dir": "rtl" if row["language"].split("-")[0] in _RIGHT_TO_LEFT else "ltr",
        "before": before,
        "quote": _parts(row),
        "after": after,
        "place": wording.place_words(row["start_char"], row["end_char"]),
        "article": row["article"],
        "further": [
            {"text": article.text[start:end], "place": wording.place_words(start, end)}
            for start, end in row["further_quotes"]
        ],
        "merge_reason": row["merge_reason"],
        "citation": wording.citation(row),
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
