"""Finds dates, countries, quotations and happenings in articles, and joins what is one event."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.model import Article, Reading, Report


def extract_readings(articles: "Iterable[Article]") -> "tuple[Reading, ...]":
    """Return what was found in each article; reports of one event share their `event_id`.

    Whom a surname stands for is learnt from all articles together, and so is when an
    article came out that does not declare it; dates that rest on that say so.
    """
    from dashboard.extract.countries import find_people
    from dashboard.extract.happenings import read_article
    from dashboard.extract.merge import merge_reports
    from dashboard.extract.publication import infer_publication, mark_inferred, with_inferred

    together = tuple(articles)
    nationals: dict[str, str] = {}
    for article in together:
        nationals = find_people(article.text) | nationals
    inferred = infer_publication(together)
    readings = []
    for article in together:
        reading = read_article(with_inferred(article, inferred), nationals)
        if article.file in inferred and inferred[article.file].date:
            plain = read_article(article, nationals)
            reading = mark_inferred(reading, plain, inferred[article.file])
        readings.append(reading)
    merged = merge_reports(report for reading in readings for report in reading.reports)
    by_id = {report.report_id: report for report in merged}
    return tuple(
        replace(reading, reports=tuple(by_id[r.report_id] for r in reading.reports))
        for reading in readings
    )


def extract_reports(articles: "Iterable[Article]") -> "tuple[Report, ...]":
    """Return the reports of all articles, those of one event with the same `event_id`."""
    return tuple(r for reading in extract_readings(articles) for r in reading.reports)
