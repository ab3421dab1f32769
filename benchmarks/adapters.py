"""Dateline behind the contracts of the scorers: one thin function each, stable from 0.1 on.

    events(text, published)   reports as {start, end, quote_start, quote_end, label, countries, …}
    merge(events)             an event id for each of them
    countries(text)           (start, end, ISO 3166-1 alpha-3)
    tag(text, dct)            (start, end, TIMEX3 type, TIMEX3 value)
    roles(sentence)           (ISO 3166-1 alpha-3, actor, target, location or None)
    quotes(text)              (start, end, start of the speaker, end of the speaker)

Import it from the top folder, as in `--system benchmarks/adapters.py:events`. `events` gives
what the timeline shows by default, so background is left out.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from dashboard import edtf
from dashboard.extract.sentences import split_sentences
from dashboard.model import Article, Report, Span
from dashboard.selection import DEFAULT_KINDS


def events(text: str, published: date | str | None) -> list[dict[str, Any]]:
    """Return the reports of a text; start and end are None where a side is open or unknown."""
    from dashboard.extract import extract_readings

    article = Article("article.txt", text, published_on=str(published or ""))
    readings = extract_readings((article,))
    reports = [r for reading in readings for r in reading.reports if r.kind in DEFAULT_KINDS]
    return [entry for report in reports for entry in _entries(report, reports)]


def _entries(report: Report, reports: list[Report]) -> Iterator[dict[str, Any]]:
    """Yield an entry for each passage of a report that is no other report's main quote.

    `merge` gives those of one report one id.
    """
    first, last = edtf.earliest(report.date), edtf.latest(report.date)
    bounded = first is not None and last is not None
    others = [r.quote.span for r in reports if r is not report]
    for passage in _passages(report):
        own = report.quote.span.within(passage)
        if not own and any(o.within(passage) for o in others):
            continue
        yield {
            "start": str(first) if bounded else None,
            "end": str(last) if bounded else None,
            "quote_start": passage.start,
            "quote_end": passage.end,
            "label": report.label,
            "countries": list(report.countries),
            "kind": report.kind,
            "date_source": report.date_source,
            "report": report,
        }


def _passages(report: Report) -> list[Span]:
    """Return the quotes of a report, those that follow one another joined.

    Bylines, date lines and repeated headlines between them do not count.
    """
    passed = [s.span for s in split_sentences(report.article.text) if s.part != "body"]
    spans: list[Span] = []
    for span in sorted(q.span for q in (report.quote, *report.further)):
        gap = Span(spans[-1].end, span.start) if spans else span
        if spans and gap.start <= gap.end and _is_empty(report.article.text, gap, passed):
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return spans


def _is_empty(text: str, gap: Span, passed: list[Span]) -> bool:
    inside = sum(s.end - s.start for s in passed if s.within(gap))
    return inside >= len("".join(text[gap.start : gap.end].split())) and (
        inside > 0 or not text[gap.start : gap.end].strip()
    )


def merge(events: list[dict[str, Any]]) -> list[str]:
    """Return an event id for each entry that `events` gave, entries of several texts together."""
    from dashboard.extract.merge import merge_reports

    reports = merge_reports([event["report"] for event in events])
    ids = {report.report_id: report.event_id or report.report_id for report in reports}
    return [ids[event["report"].report_id] for event in events]


def countries(text: str) -> list[tuple[int, int, str]]:
    """Return every mention of a country."""
    from dashboard.extract.countries import find_countries

    return [
        (m.span.start, m.span.end, m.country_code) for m in find_countries(text) if m.country_code
    ]


def tag(text: str, dct: date | str | None) -> list[tuple[int, int, str, str]]:
    """Return every time expression, the two ends of a range apart, as TimeML has them."""
    from dashboard.extract.dates import find_dates

    found = find_dates(text, str(dct or ""), ranges=False)
    return [(x.span.start, x.span.end, x.kind, x.value) for x in found]


def roles(sentence: str) -> list[tuple[str, str | None]]:
    """Return the countries of a sentence, each with its role where one is sure."""
    from dashboard.extract.countries import find_people, find_roles

    known = ("actor", "target", "location")
    found = find_roles(sentence, people=find_people(sentence))
    return [(r.country_code, r.role if r.role in known else None) for r in found]


def quotes(text: str) -> list[tuple[int, int, int | None, int | None]]:
    """Return the runs of direct speech, marks included, each with the speaker that is found."""
    from dashboard.extract.quotations import find_quotations

    return [
        (
            q.span.start,
            q.span.end,
            q.speaker.start if q.speaker else None,
            q.speaker.end if q.speaker else None,
        )
        for q in find_quotations(text)
    ]
