"""Reports as a data frame: one row a report, and the same rows gathered into events.

`COLUMNS` names every column with its dtype and meaning; `EVENT_COLUMNS` does so for the
events. Days are `datetime64[s]` (NaT where a side is open or unknown), lists are tuples.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard import edtf
from dashboard.countries import is_named
from dashboard.errors import FrameError
from dashboard.model import DATE_SOURCES, KINDS, Quote, Report, Step
from dashboard.reprints import Told, count_outlets, find_reprints

Day = "datetime64[s]"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its pandas dtype ("list" for tuples), its meaning in one sentence."""

    name: str
    dtype: str
    meaning: str


COLUMNS = (
    Column("report_id", "str", "Hash of the article and of the words that name the happening."),
    Column("event_id", "str", "Groups the reports of one event: the id of the first of them."),
    Column("label", "str", "A headline for the happening, made of words of the quote."),
    Column("kind", "str", "happened, planned, conditional, alleged, denied or background."),
    Column("date", "str", "When it happened, as EDTF; empty where no day is known."),
    Column("earliest", Day, "The first day the date can mean."),
    Column("latest", Day, "The last day the date can mean."),
    Column("date_source", "str", "Where the day comes from, from stated to publication."),
    Column("date_reason", "str", "How the day was reached, in words."),
    Column("date_words", "str", "The words that gave the day, as they stand in the article."),
    Column("date_start", "int", "Offset of those words in the article; -1 where there are none."),
    Column("date_end", "int", "End of those words; -1 where there are none."),
    Column("countries", "list", "ISO 3166-1 alpha-3 codes of the countries involved."),
    Column("countries_mentioned", "list", "Codes of countries named but not involved."),
    Column(
        "country_evidence", "list", "[code, role, words, start, end, reason] a country and role."
    ),
    Column("actors", "list", "People and organisations that act, as named in full."),
    Column("speaker", "str", "Who is quoted, as named in full; empty where nobody is."),
    Column("quote", "str", "The exact words that report the happening."),
    Column("prefix", "str", "Up to 32 characters before the quote."),
    Column("suffix", "str", "Up to 32 characters after the quote."),
    Column("start_char", "int", "Offset of the quote in the article, in code points from 0."),
    Column("end_char", "int", "Offset of the end of the quote, not included."),
    Column("further_quotes", "list", "[start, end] of each sentence in which the telling goes on."),
    Column("trigger_start", "int", "Offset of the words that name the happening."),
    Column("trigger_end", "int", "End of the words that name the happening."),
    Column("article", "str", "File name of the article."),
    Column("article_sha256", "str", "Hash of the article's text."),
    Column("headline", "str", "Headline of the article."),
    Column("publisher", "str", "Who published it; the file name where that is not known."),
    Column("author", "str", "Who wrote it."),
    Column("published_on", "str", "Publication day as EDTF."),
    Column("published_from", "str", "Where the publication day is known from."),
    Column("url", "str", "Address of the article on the web."),
    Column("language", "str", "Language tag of the article (BCP 47)."),
    Column("merge_reason", "str", "Why the report was joined with others; empty where it was not."),
)

EVENT_COLUMNS = (
    Column("event_id", "str", "The id of its first report."),
    Column("label", "str", "The label of its best founded report."),
    Column("kind", "str", "The kind of its best founded report."),
    Column("date", "str", "The days all its reports allow; one of the stated ones if they differ."),
    Column("earliest", Day, "The first day the date can mean."),
    Column("latest", Day, "The last day the date can mean."),
    Column("date_source", "str", "The best source of a day among its reports."),
    Column("date_reason", "str", "How the day was reached, in words."),
    Column("disagree", "bool", "Whether its reports name days that exclude each other."),
    Column("countries", "list", "Union of the countries involved."),
    Column("countries_mentioned", "list", "Countries only mentioned."),
    Column("actors", "list", "Union of the actors."),
    Column("quote", "str", "The main quote of its best founded report."),
    Column("publishers", "list", "Who reports it, each outlet once."),
    Column("report_ids", "list", "Its reports, best founded first."),
    Column("countries_stated", "list", "Countries involved that a quote names outright."),
    Column("articles", "list", "File names of the articles that tell of it."),
    Column("quotes", "list", "The main quotes of its reports, in their order."),
    Column("reprint_of", "list", "For each report the id of the one it reprints, or nothing."),
    Column("outlets", "int", "Outlets that tell of it; those with the same words count once."),
)


_TOLD = ("report_id", "article", "publisher", "published_on", "quote")


def to_frame(reports: Iterable[Report]) -> pd.DataFrame:
    """Return one row a report, with the columns of `COLUMNS`, in order of day and place."""
    rows = [_row(report) for report in reports]
    frame = pd.DataFrame(rows, columns=[c.name for c in COLUMNS])
    return sort_reports(typed(frame))


def typed(frame: pd.DataFrame, columns: Sequence[Column] = COLUMNS) -> pd.DataFrame:
    """Return the frame with every column in its declared dtype.

    Raises FrameError when a column is missing.
    """
    missing = [c.name for c in columns if c.name not in frame.columns]
    if missing:
        raise FrameError(
            f"The data frame lacks {', '.join(missing)}.",
            "Give it the columns that dashboard.frame.COLUMNS names.",
        )
    plain = {c.name: c.dtype for c in columns if c.dtype != "list"}
    return frame[[c.name for c in columns]].astype(plain)


def sort_reports(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows by day, narrower dates first, then article and place; undated last."""
    order = ["earliest", "latest", "published_on", "article", "start_char", "trigger_start"]
    return frame.sort_values(order, na_position="last", kind="stable").reset_index(drop=True)


def _row(report: Report) -> dict[str, Any]:
    article, span = report.article, report.date_span
    return {
        "report_id": report.report_id,
        "event_id": report.event_id or report.report_id,
        "label": report.label,
        "kind": report.kind,
        "date": report.date,
        "earliest": _stamp(edtf.earliest(report.date)),
        "latest": _stamp(edtf.latest(report.date)),
        "date_source": report.date_source,
        "date_reason": _reasons(report.date_steps),
        "date_words": report.date_words,
        "date_start": span.start if span else -1,
        "date_end": span.end if span else -1,
        "countries": report.countries,
        "countries_mentioned": report.countries_mentioned,
        "country_evidence": tuple(
            (r.country_code, r.role, r.words, r.span.start, r.span.end, r.reason)
            for r in report.roles
        ),
        "actors": report.actors,
        "speaker": report.speaker,
        **_quote_columns(report.quote),
        "further_quotes": tuple((q.span.start, q.span.end) for q in report.further),
        "trigger_start": report.trigger.start,
        "trigger_end": report.trigger.end,
        "article": article.file,
        "article_sha256": article.sha256,
        "headline": article.headline,
        "publisher": article.publisher or article.file,
        "author": article.author,
        "published_on": article.published_on,
        "published_from": article.published_from,
        "url": article.url,
        "language": article.language,
        "merge_reason": _reasons(report.merge_steps),
    }


def _quote_columns(quote: Quote) -> dict[str, Any]:
    return {
        "quote": quote.exact,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
        "start_char": quote.span.start,
        "end_char": quote.span.end,
    }


def _reasons(steps: Iterable[Step]) -> str:
    return " ".join(step.reason for step in steps)


def _stamp(day: Any) -> Any:
    return pd.NaT if day is None else pd.Timestamp(day).as_unit("s")


def to_events(frame: pd.DataFrame) -> pd.DataFrame:
    """Gather the rows of a report frame into one row an event (`EVENT_COLUMNS`), in date order.

    The best founded report (best date source, narrowest days, most central kind, first
    place) gives label, kind and quote; the date is what all dated reports allow together.
    """
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in frame.to_dict("records"):
        groups.setdefault(row["event_id"], []).append(row)
    rows = [_event(key, group) for key, group in groups.items()]
    events = typed(pd.DataFrame(rows, columns=[c.name for c in EVENT_COLUMNS]), EVENT_COLUMNS)
    order = ["earliest", "latest"]
    return events.sort_values(order, na_position="last", kind="stable").reset_index(drop=True)


def _event(event_id: str, group: list[dict[str, Any]]) -> dict[str, Any]:
    rows = sorted(group, key=_foundation)
    best, (day, disagree) = rows[0], _common_day(rows)
    countries = _union(rows, "countries")
    return {
        "event_id": event_id,
        "label": best["label"],
        "kind": best["kind"],
        "date": day,
        "earliest": _stamp(edtf.earliest(day)),
        "latest": _stamp(edtf.latest(day)),
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
    }


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
    }


def _foundation(row: dict[str, Any]) -> tuple[Any, ...]:
    source = row["date_source"]
    days = row["latest"] - row["earliest"] if row["date"] else pd.NaT
    length = float("inf") if pd.isna(days) else days.days
    rank = DATE_SOURCES.index(source) if source in DATE_SOURCES else len(DATE_SOURCES)
    return rank, length, KINDS.index(row["kind"]), len(row["label"]), row["report_id"]


def _common_day(rows: Sequence[dict[str, Any]]) -> tuple[str, bool]:
    dates = [row["date"] for row in rows if row["date"]]
    if not dates:
        return "", False
    common = dates[0]
    for other in dates[1:]:
        common = edtf.intersection(common, other)
        if not common:
            return _either(dates), True
    return common, False


def _either(dates: Sequence[str]) -> str:
    """Write days that exclude each other as one of these, or as the interval that holds them."""
    days = [edtf.possible_days(d) for d in dates]
    if all(days):
        return edtf.one_of(day for some in days for day in some)
    firsts, lasts = [edtf.earliest(d) for d in dates], [edtf.latest(d) for d in dates]
    first = None if None in firsts else min(d for d in firsts if d)
    last = None if None in lasts else max(d for d in lasts if d)
    return edtf.of_days(first, last)


def _union(rows: Iterable[dict[str, Any]], column: str) -> tuple[str, ...]:
    return tuple(sorted({code for row in rows for code in row[column]}))


LISTS = tuple(c.name for c in COLUMNS if c.dtype == "list")


def to_csv(frame: pd.DataFrame) -> str:
    """Write a report frame as CSV: lists as JSON, days as ISO dates, `\\n` line ends."""
    plain = frame.assign(**{name: [to_json(v) for v in frame[name]] for name in LISTS})
    for name in ("earliest", "latest"):
        plain[name] = [None if pd.isna(day) else f"{day:%Y-%m-%d}" for day in frame[name]]
    return str(plain.to_csv(index=False, lineterminator="\n"))


def from_csv(path: Path) -> pd.DataFrame:
    """Read a frame that `to_csv` wrote; raise FrameError where a column is missing."""
    raw = pd.read_csv(path, keep_default_na=False, dtype=str)
    for name in LISTS:
        if name in raw:
            raw[name] = [from_json(v) for v in raw[name]]
    return typed(raw.replace({"earliest": {"": None}, "latest": {"": None}}))


def to_json(value: Any) -> str:
    """Write a list cell as compact JSON."""
    return json.dumps(value, ensure_ascii=False)


def from_json(text: str) -> Any:
    """Read a list cell back, lists as tuples all the way down."""
    return _tuples(json.loads(text))


def _tuples(value: Any) -> Any:
    return tuple(_tuples(v) for v in value) if isinstance(value, list) else value
