"""Finds dates, countries, quotations and happenings in articles, and joins what is one event."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dashboard.model import Article, Reading, Report

    Each = Callable[[Callable[[Article], Reading], Iterable[Article]], Iterable[Reading]]


def extract_readings(articles: "Iterable[Article]", each: "Each" = map) -> "tuple[Reading, ...]":
    """Return what was found in each article; reports of one event share their `event_id`.

    Whom a surname stands for is learnt from all articles together, and so is when an
    article came out that does not declare it; dates that rest on that say so. `each` reads
    the articles one by one, as `map` does; it may do so in other processes, and may leave
    articles out.
    """
    from dashboard.extract.countries import find_people
    from dashboard.extract.merge import merge_reports
    from dashboard.extract.publication import infer_publication

    together = tuple(articles)
    nationals: dict[str, str] = {}
    for article in together:
        nationals = find_people(article.text) | nationals
    read = partial(_read, nationals=nationals, inferred=infer_publication(together))
    readings = tuple(each(read, together))
    merged = merge_reports(report for reading in readings for report in reading.reports)
    by_id = {report.report_id: report for report in merged}
    return tuple(
        replace(reading, reports=tuple(by_id[r.report_id] for r in reading.reports))
        for reading in readings
    )


def _read(
    article: "Article", *, nationals: "Mapping[str, str]", inferred: "Mapping[str, Any]"
) -> "Reading":
    """Return what was found in one article, given what is known from all of them."""
    from dashboard.extract.happenings import read_article
    from dashboard.extract.publication import mark_inferred, with_inferred

    reading = read_article(with_inferred(article, inferred), nationals)
    if article.file in inferred and inferred[article.file].date:
        plain = read_article(article, nationals)
        reading = mark_inferred(reading, plain, inferred[article.file])
    return reading


def extract_reports(articles: "Iterable[Article]") -> "tuple[Report, ...]":
    """Return the reports of all articles, those of one event with the same `event_id`."""
    return tuple(r for reading in extract_readings(articles) for r in reading.reports)


def check_rules() -> list[str]:
    """Return one sentence for each row of the rules that is bad or fails its own example."""
    from dashboard.extract import sentences
    from dashboard.extract.countries import check_table
    from dashboard.extract.dates import check_examples, languages

    dates = [failure for language in languages() for failure in check_examples(language)]
    return [*check_table(), *sentences.check_examples(), *dates]
