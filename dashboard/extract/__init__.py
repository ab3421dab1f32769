"""Finds dates, countries, quotations and happenings in articles, and joins what is one event."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.model import Article, Reading, Report


def extract_readings(articles: "Iterable[Article]") -> "tuple[Reading, ...]":
    """Return what was found in each article; reports of one event share their `event_id`.

    Whom a surname stands for is learnt from all articles together.
    """
    from dashboard.extract.countries import find_people
    from dashboard.extract.happenings import read_article
    from dashboard.extract.merge import merge_reports

    together = tuple(articles)
    nationals: dict[str, str] = {}
    for article in together:
        nationals = find_people(article.text) | nationals
    readings = [read_article(article, nationals) for article in together]
    merged = merge_reports(report for reading in readings for report in reading.reports)
    by_id = {report.report_id: report for report in merged}
    return tuple(
        replace(reading, reports=tuple(by_id[r.report_id] for r in reading.reports))
        for reading in readings
    )


def extract_reports(articles: "Iterable[Article]") -> "tuple[Report, ...]":
    """Return the reports of all articles, those of one event with the same `event_id`."""
    return tuple(r for reading in extract_readings(articles) for r in reading.reports)
