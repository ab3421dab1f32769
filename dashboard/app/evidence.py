"""What the drawer shows of one event, as plain data: its day, its countries, its sources."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from dashboard import edtf
from dashboard.app import wording
from dashboard.app.sources import sources
from dashboard.countries import country_name
from dashboard.events import gather
from dashboard.lookback import as_known, is_out
from dashboard.members import memberships_on
from dashboard.model import Article
from dashboard.segments import Mark
from dashboard.selection import Selection

Row = Mapping[str, Any]


def evidence(
    reports: pd.DataFrame,
    articles: Mapping[str, Article],
    marks: Mapping[str, Sequence[Mark]] | None = None,
    asked: Selection | None = None,
) -> dict[str, Any]:
    """Return what the drawer shows of the event whose report rows these are.

    marks are those of the articles, by file name: where the event has no day they tell what
    the date words in its quotes stand for instead. Of what is asked for it matters what day is
    looked back to, for reports not surely published by then are left out, and whether
    countries count as members of organisations. Every text is plain: the page sets it as
    text, never as markup.
    """
    told = reports.to_dict("records")
    asked = asked or Selection()
    known = as_known(told, asked.known_by)
    (event,) = gather(known)
    place = {key: number for number, key in enumerate(event["report_ids"])}
    rows = sorted(known, key=lambda row: place[row["report_id"]])
    return {
        "id": event["event_id"],
        "title": event["label"],
        "day": edtf.in_words(event["date"]),
        "how": _how(event, rows, articles, marks or {}),
        "kind": _kind(event["kind"], rows),
        "why": _why(rows[0]),
        "countries": [*_countries(rows), *_as_members(event, asked)],
        "actors": list(event["actors"]),
        "corrected": wording.corrected_words(event["corrected"]),
        "left_out": left_out(told, asked.known_by),
        **sources(rows, event, articles),
    }


def left_out(rows: Sequence[Row], known_by: date | None) -> str:
    """Say how many sources of an event are left out, or that it was not known at all by a day.

    >>> rows = [{"article": f"{day}.txt", "published_on": f"2022-10-{day}"} for day in (10, 12)]
    >>> left_out(rows, date(2022, 10, 11))
    '1 source is left out: not surely published by Tue 11 Oct 2022.'
    """
    later = {row["article"] for row in rows if not is_out(row["published_on"], known_by)}
    if known_by is None or not later:
        return ""
    day = edtf.in_words(known_by.isoformat())
    if len(later) == len({row["article"] for row in rows}):
        return f"Not known by {day}: no source was surely published by then. All of them are shown."
    verb = "is" if len(later) == 1 else "are"
    return f"{wording.plural(len(later), 'source')} {verb} left out: not surely published by {day}."


def _how(
    event: Row,
    rows: Sequence[Row],
    articles: Mapping[str, Article],
    marks: Mapping[str, Sequence[Mark]],
) -> dict[str, Any]:
    best = rows[0]
    reason = best["date_reason"]
    if not event["date"]:
        text = articles[best["article"]].text
        reason = why_undated(best, marks.get(best["article"], ()), text)
    return {
        "source": wording.DATE_SOURCE_MEANINGS[event["date_source"]],
        "words": best["date_words"],
        "reason": reason,
        "lang": best["language"],
    }


def why_undated(row: Row, marks: Sequence[Mark], text: str) -> str:
    """Say why a report has no day: what the date words in its quote were taken for, if any."""
    here = [
        (text[mark.span.start : mark.span.end], mark.reason)
        for mark in marks
        if mark.what == "date" and row["start_char"] <= mark.span.start < row["end_char"]
    ]
    return undated_words(row["date_reason"], here)


def undated_words(reason: str, words: Sequence[tuple[str, str]]) -> str:
    """Say why there is no day: the reason if one is known, else what became of the date words.

    >>> undated_words("", [("Monday", "It dates “flood”.")])
    'No words give its day. “Monday”: It dates “flood”.'
    """
    if reason:
        return reason
    if not words:
        return wording.DATE_SOURCE_MEANINGS[""]
    said = [f"“{text}”: {became}" for text, became in words]
    return f"No words give its day. {' '.join(said)}"


def _kind(kind: str, rows: Sequence[Row]) -> str:
    said = f"{wording.KIND_LABELS[kind]}: {wording.KIND_MEANINGS[kind]}."
    others = dict.fromkeys(row["kind"] for row in rows if row["kind"] != kind)
    if others:
        said += f" Another source has it as {' or '.join(others)}."
    return said


def _why(row: Row) -> list[dict[str, str]]:
    """Return why a report has its sentence, its kind and its label."""
    return [
        {"what": wording.REASON_LABELS[what], "reason": reason, "lang": row["language"]}
        for what, reason in row["reasons"]
    ]


def _countries(rows: Sequence[Row]) -> list[dict[str, str]]:
    found: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        for code, role, words, _start, _end, reason in row["country_evidence"]:
            found.setdefault((code, role), _country(code, role, words, reason, row["language"]))
    return sorted(found.values(), key=lambda c: (c["role"] == "is only mentioned", c["name"]))


def _as_members(event: Row, asked: Selection) -> list[dict[str, str]]:
    """Return the countries asked for that belong to an organisation that takes part."""
    if not asked.as_members:
        return []
    wanted = {*asked.countries, *asked.not_countries}
    return [
        _country(m.country_code, wording.member_role(m), "", wording.member_since(m), "")
        for m in memberships_on(event["actors"], event["date"])
        if m.country_code in wanted
    ]


def _country(code: str, role: str, words: str, reason: str, lang: str) -> dict[str, str]:
    return {
        "code": code,
        "name": country_name(code),
        "role": wording.ROLE_MEANINGS.get(role, role),
        "words": words,
        "reason": reason,
        "lang": lang,
    }
