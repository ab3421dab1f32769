"""Reports gathered into events: one row an event, the best founded report speaking for it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

import pandas as pd

from dashboard import edtf
from dashboard.countries import is_named
from dashboard.counts import counts_of, differing, shares
from dashboard.forms import precision_of
from dashboard.frame import Column, Day, rows_of, stamp, typed
from dashboard.model import DATE_SOURCES, KINDS
from dashboard.reprints import Told, count_outlets, find_reprints

EVENT_COLUMNS = (
    Column("event_id", "str", "The id of its first report."),
    Column("label", "str", "The label of its best founded report."),
    Column("kind", "str", "The kind of its best founded report."),
    Column("date", "str", "The days all its reports allow; one of the stated ones if they differ."),
    Column("earliest", Day, "The first day the date can mean."),
    Column("latest", Day, "The last day the date can mean."),
    Column("precision", "str", "How exactly the date is known: one of forms.PRECISIONS."),
    Column("date_source", "str", "The best source of a day among its reports."),
    Column("date_reason", "str", "How the day was reached, in words."),
    Column("disagree", "bool", "Whether its reports name days that exclude each other."),
    Column("countries", "list", "Union of the countries involved."),
    Column("countries_mentioned", "list", "Countries only mentioned."),
    Column("actors", "list", "Union of the actors."),
    Column("quote", "str", "The main quote of its best founded report."),
    Column("publishers", "list", "Who reports it, each publisher once."),
    Column("report_ids", "list", "Its reports, best founded first."),
    Column("countries_stated", "list", "Countries involved that a quote names outright."),
    Column("articles", "list", "File names of the articles that tell of it."),
    Column("quotes", "list", "The main quotes of its reports, in their order."),
    Column("reprint_of", "list", "For each report the id of the one it reprints, or nothing."),
    Column("outlets", "int", "Sources that tell of it; those with the same words count once."),
    Column("known_on", "str", "The first day by which it was surely published; empty if unknown."),
    Column("corrected", "list", "What a reader corrected in any of its reports: columns' names."),
)
"""The columns of an event frame."""

_OWN_WORDS = DATE_SOURCES.index("relative")
_TOLD = ("report_id", "article", "publisher", "published_on", "quote")


def to_events(frame: pd.DataFrame) -> pd.DataFrame:
    """Gather the rows of a report frame into one row an event (`EVENT_COLUMNS`), in date order.

    The best founded report (best date source, narrowest days, most central kind, first
    place) gives label, kind and quote; where the reports differ in a number, it is one with
    the number that most outlets tell. The date is what all dated reports allow together.
    """
    rows = gather(rows_of(frame))
    return typed(pd.DataFrame(rows, columns=[c.name for c in EVENT_COLUMNS]), EVENT_COLUMNS)


def gather(reports: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Gather report rows into event rows, in date order; those without a day come last."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in reports:
        groups.setdefault(row["event_id"], []).append(row)
    rows = [_event(key, group) for key, group in groups.items()]
    return sorted(rows, key=lambda row: (*_last(row["earliest"]), *_last(row["latest"])))


def _last(day: Any) -> tuple[bool, Any]:
    """Sort a day that is not known behind all others."""
    return (True, 0) if pd.isna(day) else (False, day)


def _event(event_id: str, group: list[dict[str, Any]]) -> dict[str, Any]:
    rows = _best_first(group)
    best, (day, disagree) = rows[0], _common_day(rows)
    countries = _union(rows, "countries")
    return {
        "event_id": event_id,
        "label": _corrected_first(rows, "label"),
        "kind": _corrected_first(rows, "kind"),
        "date": day,
        "earliest": stamp(edtf.earliest(day)),
        "latest": stamp(edtf.latest(day)),
        "precision": precision_of(day, best["date_words"], disagree),
        "date_source": best["date_source"],
        "date_reason": best["date_reason"],
        "disagree": disagree,
        "countries": countries,
        "countries_mentioned": tuple(
            c for c in _union(rows, "countries_mentioned") if c not in countries
        ),
        "actors": tuple(dict.fromkeys(a for row in rows for a in row["actors"])),
        "quote": best["quote"],
        "publishers": tuple(dict.fromkeys(row["publisher"] for row in rows)),
        "report_ids": tuple(row["report_id"] for row in rows),
        **_told_by(rows),
        "corrected": tuple(dict.fromkeys(name for row in rows for name, _ in row["corrected"])),
    }


def _corrected_first(rows: Sequence[dict[str, Any]], column: str) -> Any:
    """Return what a reader corrected, or else what the best founded report has."""
    corrected = (row for row in rows if column in dict(row["corrected"]))
    return next(corrected, rows[0])[column]


def _told_by(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return what the reports say together: countries named outright, articles, outlets."""
    told = [Told(**{name: row[name] for name in _TOLD}) for row in rows]
    reprints = find_reprints(told)
    named = {c for row in rows for c in row["countries"] if is_named(c, row["quote"])}
    return {
        "countries_stated": tuple(sorted(named)),
        "articles": tuple(sorted({row["article"] for row in rows})),
        "quotes": tuple(row["quote"] for row in rows),
        "reprint_of": tuple(reprints.get(row["report_id"], "") for row in rows),
        "outlets": count_outlets(told, reprints),
        "known_on": _known_on(row["published_on"] for row in rows),
    }


def _known_on(published: Iterable[str]) -> str:
    """Return the earliest of the days by which something published on these days was surely out.

    >>> _known_on(["2022-10", "", "[2022-10-11,2022-10-12]"])
    '2022-10-12'
    """
    return min((day.isoformat() for one in published if (day := edtf.latest(one))), default="")


def _best_first(group: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Sort reports, the best founded first; where their numbers differ, the odd ones give way.

    They do among reports that give a day in their own words equally narrowly.
    """
    if not differing([row["label"] for row in group]):
        return sorted(group, key=_foundation)
    copies = find_reprints([Told(**{name: row[name] for name in _TOLD}) for row in group])
    told = [
        (row["publisher"], counts_of(row["label"]))
        for row in group
        if row["report_id"] not in copies
    ]

    def key(row: dict[str, Any]) -> tuple[Any, ...]:
        rank, length, *rest = _foundation(row)
        counts = counts_of(row["label"])
        outlets = {publisher for publisher, other in told if shares(counts, other)}
        published = row["published_on"] or "9999"
        return max(rank, _OWN_WORDS), length, -len(outlets), published, rank, *rest

    return sorted(group, key=key)


def _foundation(row: dict[str, Any]) -> tuple[Any, ...]:
    source = row["date_source"]
    days = row["latest"] - row["earliest"] if row["date"] else pd.NaT
    length = float("inf") if pd.isna(days) else days.days
    rank = DATE_SOURCES.index(source) if source in DATE_SOURCES else len(DATE_SOURCES)
    return rank, length, KINDS.index(row["kind"]), len(row["label"]), row["report_id"]


def _common_day(rows: Sequence[dict[str, Any]]) -> tuple[str, bool]:
    dates = list(dict.fromkeys(row["date"] for row in rows if row["date"]))
    if not dates:
        return "", False
    if not all(edtf.intersection(one, other) for one, other in combinations(dates, 2)):
        return _either(dates), True
    common = dates[0]
    for other in dates[1:]:
        common = edtf.intersection(common, other)
        if not common:
            return _either(dates), True
    return common, False


def _either(dates: Sequence[str]) -> str:
    """Write days that exclude each other as one of these, or as the interval that holds them.

    A day without a year gives way to others; where nothing holds them all, as "from 4 October"
    and "until 1 October", the best founded stays.
    """
    dates = [d for d in dates if edtf.parse(d).precision != "unknown"] or dates
    days = [edtf.possible_days(d) for d in dates]
    if all(days):
        return edtf.one_of(day for some in days for day in some)
    firsts, lasts = [edtf.earliest(d) for d in dates], [edtf.latest(d) for d in dates]
    first = None if None in firsts else min(d for d in firsts if d)
    last = None if None in lasts else max(d for d in lasts if d)
    return edtf.of_days(first, last) or dates[0]


def by_role(countries: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the countries of an event, those that act in one of its reports first."""
    acting = [e[0] for row in rows for e in row["country_evidence"] if e[1] == "actor"]
    acting = [code for code in dict.fromkeys(acting) if code in countries]
    return (*acting, *(code for code in countries if code not in acting))


def _union(rows: Iterable[dict[str, Any]], column: str) -> tuple[str, ...]:
    return tuple(sorted({code for row in rows for code in row[column]}))
