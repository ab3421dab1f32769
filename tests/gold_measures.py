"""Measures the extraction on the cases in tests/gold, which were marked by hand.

A report is right when its days lie inside those of an event whose words stand in its quotes.
precision: right reports of all dated ones. recall: events that a right report tells. false:
dated reports whose days belong to no event in their quotes. kinds, countries, labels: of the
events told right, those whose kind, whose countries, whose label words are as marked. An
optional event is one that may be told or left out.

What the articles gave when it was last accepted is kept, so that a change of rules shows the
reports it gains and loses. Accept what they give now with: python -m tests.gold_measures
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dashboard import edtf
from dashboard.changes import SHOWN
from dashboard.extract import extract_reports
from dashboard.frame import to_frame
from dashboard.model import Article, Report, Span

GOLD = Path(__file__).parent / "gold"
ACCEPTED = GOLD / "reports.json"


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its marked events; events have words, day and kind, and more in articles."""

    name: str
    text: str
    published: str
    events: tuple[dict[str, Any], ...]


@dataclass(slots=True)
class Score:
    """What was counted over some cases, and the examples of each kind of error."""

    dated: int = 0
    right: int = 0
    events: int = 0
    told: int = 0
    kinds: int = 0
    countries: int = 0
    labels: int = 0
    errors: list[str] = field(default_factory=list)

    def shares(self) -> dict[str, float]:
        """Return precision, recall, false, kinds, countries and labels, from 0 to 1."""
        told = max(1, self.told)
        precision = self.right / max(1, self.dated)
        return {
            "precision": precision,
            "recall": self.told / max(1, self.events),
            "false": 1 - precision,
            "kinds": self.kinds / told,
            "countries": self.countries / told,
            "labels": self.labels / told,
        }


def sentences() -> Iterator[Case]:
    """Yield the marked sentences, each as an article of its own."""
    for line in (GOLD / "sentences.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Case(
            f"{row['id']} {row['sort']}", row["text"], row["published"], tuple(row["events"])
        )


def articles() -> Iterator[Case]:
    """Yield the marked articles."""
    for row in json.loads((GOLD / "articles.json").read_text(encoding="utf-8")):
        text = (GOLD / "articles" / row["file"]).read_text(encoding="utf-8")
        yield Case(row["file"], text, row["published"], tuple(row["events"]))


def measure(cases: Iterable[Case]) -> Score:
    """Count what the extraction gets right over some cases."""
    score = Score()
    for case in cases:
        _count(score, case, [r for r in extract_reports((_article(case),)) if r.date])
    return score


def _article(case: Case) -> Article:
    return Article(case.name, case.text, published_on=case.published)


def told() -> list[dict[str, Any]]:
    """Return the reports that each of the marked articles gives by itself, dated or not."""
    frames = [to_frame(extract_reports((_article(case),))) for case in articles()]
    return [row for frame in frames for row in frame[[*SHOWN]].to_dict("records")]


def accepted() -> list[dict[str, Any]]:
    """Return the reports that they gave when that was last accepted."""
    rows = json.loads(ACCEPTED.read_text(encoding="utf-8"))
    return [{**row, "countries": tuple(row["countries"])} for row in rows]


def accept() -> None:
    """Keep what the articles give now."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in told())
    ACCEPTED.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def _count(score: Score, case: Case, reports: list[Report]) -> None:
    for report in reports:
        covered = [e for e in case.events if covers(report, place(case, e))]
        right = any(is_right(report, e["day"]) for e in covered)
        score.dated += 1
        score.right += right
        if not right:
            days = [e["day"] for e in covered]
            score.errors.append(f"{case.name}: {report.date}, not {days}: {report.label}")
    for event in case.events:
        told = [r for r in reports if covers(r, place(case, event)) and is_right(r, event["day"])]
        if event.get("optional"):
            continue
        score.events += 1
        score.told += bool(told)
        if told:
            _count_told(score, case, event, told)
        else:
            score.errors.append(f"{case.name}: missed “{event['words']}” ({event['day']})")


def _count_told(score: Score, case: Case, event: dict[str, Any], told: list[Report]) -> None:
    checks = {
        "kinds": any(r.kind in (event["kind"], "background") for r in told),
        "countries": any(set(event.get("countries", ())) <= set(r.countries) for r in told),
        "labels": any(_fits_label(r.label, event) for r in told),
    }
    for name, holds in checks.items():
        setattr(score, name, getattr(score, name) + holds)
        if not holds:
            found = [(r.kind, r.countries, r.label) for r in told]
            score.errors.append(f"{case.name}: {name} of “{event['words']}”: {found}")


def _fits_label(label: str, event: dict[str, Any]) -> bool:
    has = all(word.lower() in label.lower() for word in event.get("label_has", ()))
    return has and not any(word in label for word in event.get("label_never", ()))


def place(case: Case, event: dict[str, Any]) -> Span:
    """Return where the words of an event stand in the text."""
    start = case.text.index(event["words"])
    return Span(start, start + len(event["words"]))


def covers(report: Report, words: Span) -> bool:
    """Say whether some words overlap one of a report's quotes."""
    return any(words.overlaps(q.span) for q in (report.quote, *report.further))


def is_right(report: Report, day: str) -> bool:
    """Say whether the days of a report lie inside those marked."""
    first, last = edtf.earliest(report.date), edtf.latest(report.date)
    low, high = edtf.earliest(day), edtf.latest(day)
    return bool(first and last and low and high and low <= first and last <= high)


if __name__ == "__main__":
    accept()
