"""Reports as a data frame: one row a report, to CSV and back.

`COLUMNS` names every column with its dtype and meaning. Days are `datetime64[s]` (NaT where
a side is open or unknown), lists are tuples.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard import edtf
from dashboard.errors import DateError, FrameError
from dashboard.model import KINDS, Quote, Report, Step

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
    Column("actors", "list", "People and organisations that take part, as named in full."),
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
    Column("reasons", "list", "[what, reason]: why this sentence, this kind and this label."),
    Column("corrected", "list", "[column, what was found] of each thing that a reader corrected."),
)


def to_frame(reports: Iterable[Report]) -> pd.DataFrame:
    """Return one row a report, with the columns of `COLUMNS`, in order of day and place."""
    rows = [_row(report) for report in reports]
    frame = pd.DataFrame(rows, columns=[c.name for c in COLUMNS])
    return sort_reports(typed(frame))


def as_frame(rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Return rows of `COLUMNS`, in their order, as a frame."""
    return typed(pd.DataFrame(rows, columns=[c.name for c in COLUMNS]))


def typed(frame: pd.DataFrame, columns: Sequence[Column] = COLUMNS) -> pd.DataFrame:
    """Return the frame with every column in its declared dtype.

    Raises FrameError when a column is missing, or holds what is no kind or no date.
    """
    missing = [c.name for c in columns if c.name not in frame.columns]
    if missing:
        raise FrameError(
            f"The data frame lacks {', '.join(missing)}.",
            "Give it the columns that dashboard.frame.COLUMNS names.",
        )
    plain = {c.name: c.dtype for c in columns if c.dtype != "list"}
    check(frame)
    return frame[[c.name for c in columns]].astype(plain)


def check(frame: pd.DataFrame) -> None:
    """Raise FrameError, with row and column, for a kind that is none or a date not in EDTF."""
    for column in ("kind", "date", "published_on"):
        for value in frame[column].unique() if column in frame else ():
            remedy = _wrong(column, value)
            if remedy:
                row = list(frame[column]).index(value) + 1
                raise FrameError(f"Row {row}, column {column}: {value!r} is no {column}.", remedy)


def rows_of(frame: pd.DataFrame) -> list[dict[Any, Any]]:
    """Return the rows of a frame as they are read from the store; raise FrameError as `check`."""
    check(frame)
    rows: list[dict[Any, Any]] = frame.to_dict("records")
    return rows


def _wrong(column: str, value: Any) -> str:
    """Return what to do about a value that its column cannot hold, "" for a good one."""
    if column == "kind":
        return "" if value in KINDS else f"Use one of {', '.join(KINDS)}."
    try:
        edtf.latest(value)
    except DateError as error:
        return error.remedy
    except TypeError:
        return "Write it as text, empty where no day is known."
    return ""


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
        "earliest": stamp(edtf.earliest(report.date)),
        "latest": stamp(edtf.latest(report.date)),
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
        "reasons": tuple((step.rule, step.reason) for step in report.steps),
        "corrected": (),
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


def stamp(day: Any) -> Any:
    """Return a day as a cell of a day column, NaT for None."""
    return pd.NaT if day is None else pd.Timestamp(day).as_unit("s")


_QUOTED = re.compile('[",\r\n]')
LISTS = tuple(c.name for c in COLUMNS if c.dtype == "list")


def to_csv(frame: pd.DataFrame) -> str:
    """Write a report frame as CSV: lists as JSON, days as ISO dates, `\\n` line ends."""
    return "".join(csv_lines(frame.to_dict("records")))


def csv_lines(rows: Iterable[Mapping[Any, Any]]) -> Iterator[str]:
    """Yield the same of rows one by one, after the line that names the columns."""
    yield ",".join(c.name for c in COLUMNS) + "\n"
    for row in rows:
        yield ",".join(_cell(_WRITERS.get(c.dtype, str)(row[c.name])) for c in COLUMNS) + "\n"


def _written_day(day: Any) -> str:
    return "" if pd.isna(day) else f"{day:%Y-%m-%d}"


def _cell(text: str) -> str:
    """Put a cell in quotes where a comma, a quote or a line break of any kind is in it."""
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if _QUOTED.search(text) else text


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


_WRITERS: Mapping[str, Callable[[Any], str]] = {"list": to_json, Day: _written_day}
"""How the cells of a column are written, by its dtype, where it is not as they are."""


@lru_cache(maxsize=4096)
def from_json(text: str) -> Any:
    """Read a list cell back, lists as tuples all the way down; the same ones come often."""
    return _tuples(json.loads(text))


def _tuples(value: Any) -> Any:
    return tuple(_tuples(v) for v in value) if isinstance(value, list) else value
