"""Uses what was inferred, and marks every date that rests on it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from dashboard import edtf
from dashboard.extract.publication.decide import Inferred
from dashboard.model import Article, Reading, Report, Span, Step, TimeExpression

_OPEN = re.compile(r"XXXX-\d\d-\d\d")


def with_inferred(article: Article, inferred: Mapping[str, Inferred]) -> Article:
    """Return the article with its inferred publication day, itself where there is none.

    published_from is "inferred" then; a declared day is never touched.
    """
    found = inferred.get(article.file)
    if article.published_on or found is None or not found.is_day:
        return article
    return replace(article, published_on=found.date, published_from="inferred")


def mark_inferred(reading: Reading, plain: Reading, found: Inferred) -> Reading:
    """Return a reading in which each date that rests on the inference says so.

    `plain` is the reading of the same article without any publication day: what differs
    from it rests on the inference.
    """
    if not found.date:
        return reading
    if not found.is_day:
        reading = _with_years(reading, found)
    before = {e.span: e.date for e in plain.expressions}
    dated = {r.report_id: r.date for r in plain.reports}
    return replace(
        reading,
        expressions=tuple(
            e if before.get(e.span) == e.date else _said(e, found) for e in reading.expressions
        ),
        reports=tuple(
            r if dated.get(r.report_id, "") == r.date else _stepped(r, found)
            for r in reading.reports
        ),
    )


def _with_years(reading: Reading, found: Inferred) -> Reading:
    """Give the settled days, and those of the same news, their year."""
    years: dict[Span, TimeExpression] = {}
    for expression in reading.expressions:
        full = _in_full(expression.date, found)
        if full:
            reason = f"“{expression.text}” is {edtf.in_words(full)}."
            value = expression.value.replace(expression.date, full)
            years[expression.span] = replace(expression, date=full, value=value, reason=reason)
    return replace(
        reading,
        expressions=tuple(years.get(e.span, e) for e in reading.expressions),
        reports=tuple(_of_year(r, years) for r in reading.reports),
    )


def _in_full(open_day: str, found: Inferred) -> str:
    """Return a day without a year in full: as a settled day, or as the day close to one."""
    if not _OPEN.fullmatch(open_day):
        return ""
    settled = [date.fromisoformat(day) for day in found.days]
    exact = {day for day in settled if day.isoformat()[5:] == open_day[5:]}
    close = {
        day
        for near in settled
        for year in (near.year - 1, near.year, near.year + 1)
        if (day := _day(year, open_day)) and abs((day - near).days) <= found.reach
    }
    days = exact or close
    return days.pop().isoformat() if len(days) == 1 else ""


def _day(year: int, open_day: str) -> date | None:
    try:
        return date.fromisoformat(f"{year:04}{open_day[4:]}")
    except ValueError:
        return None


def _of_year(report: Report, years: Mapping[Span, TimeExpression]) -> Report:
    found = years.get(report.date_span) if report.date_span else None
    if found is None or not report.date.startswith("XXXX-"):
        return report
    return replace(report, date=found.date)


def _said(expression: TimeExpression, found: Inferred) -> TimeExpression:
    """Let the reason of a date say what it rests on."""
    what = "the publication day" if found.is_day else "the year"
    why = found.reasons[0].reason if found.reasons else ""
    joint = f"{expression.reason[:-1]}; {what} is inferred. {why}".strip()
    return replace(expression, reason=joint)


def _stepped(report: Report, found: Inferred) -> Report:
    """Add the steps of the inference to those of a report's date."""
    what = f"The publication day, {edtf.in_words(found.date)}, is not declared but inferred."
    if not found.is_day:
        what = "The year is not stated but inferred."
    step = Step("inferred", report.date_words, what, report.date_span)
    return replace(report, date_steps=(*report.date_steps, step, *found.reasons))
