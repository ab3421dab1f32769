"""Joins the reports of different articles that tell of the same happening.

Two reports are joined when their days are compatible, they share who acts or where, and
what they say was done is alike; or where one article prints the words of the other. A wrong
joint is worse than a missed one: all reports of an event must fit each other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dashboard import edtf
from dashboard.countries import country_name
from dashboard.extract.likeness import common_share, same_person
from dashboard.model import Report, Step
from dashboard.reprints import Told, is_reprint

_ALIKE = 0.2
_VERY_ALIKE = 0.5
_WIDEST_DAYS = 14


def merge_reports(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return the reports with `event_id` set, in order of publication and place.

    Where the reports of an event spell the same person in two ways, the first spelling
    stands for that person in all reports; quotes and labels stay as written.
    """
    ordered = sorted(reports, key=_order)
    groups: list[list[Report]] = []
    reasons: dict[str, Step] = {}
    for report in ordered:
        for group in groups:
            step = _fits(report, group)
            if step:
                group.append(report)
                reasons[report.report_id] = step
                break
        else:
            groups.append([report])
    spelling = _spellings(groups)
    named = (_named(report, group, reasons) for group in groups for report in group)
    return tuple(_spelled(report, spelling) for report in named)


def _order(report: Report) -> tuple[str, str, int, int]:
    article = report.article
    published = edtf.earliest(article.published_on)
    return str(published or "9999"), article.file, report.quote.span.start, report.trigger.start


def _named(report: Report, group: Sequence[Report], reasons: dict[str, Step]) -> Report:
    step = reasons.get(report.report_id)
    return replace(
        report, event_id=group[0].report_id, merge_steps=(step,) if step else report.merge_steps
    )


def _spellings(groups: Sequence[Sequence[Report]]) -> dict[str, str]:
    """Map each further spelling of somebody who acts in an event to the first one."""
    first: dict[str, str] = {}
    for group in groups:
        names = list(dict.fromkeys(name for report in group for name in report.actors))
        for n, name in enumerate(names):
            same = next((other for other in names[:n] if same_person(name, other)), None)
            if same and len(name.split()) > 1:
                first.setdefault(name, first.get(same, same))
    return first


def _spelled(report: Report, spelling: Mapping[str, str]) -> Report:
    actors = tuple(dict.fromkeys(spelling.get(name, name) for name in report.actors))
    return replace(report, actors=actors, speaker=spelling.get(report.speaker, report.speaker))


def _fits(report: Report, group: Sequence[Report]) -> Step | None:
    steps = [_joint(report, other) for other in group]
    return steps[0] if steps and all(steps) else None


def _joint(one: Report, other: Report) -> Step | None:
    """Return why two reports are one happening, or None."""
    if one.article.sha256 == other.article.sha256 or one.kind != other.kind:
        return None
    days = _common_days(one, other)
    if not days:
        return None
    if one.label == other.label and is_reprint(_told(one), _told(other)):
        return _step(other, days, "the same words")
    who = _shared_actor(one, other)
    where = set(one.countries) & set(other.countries)
    same_family = one.family == other.family
    alike = common_share(one.label, other.label)
    whole = common_share(_telling(one), _telling(other))
    if who and ((same_family and whole >= _ALIKE) or whole >= _VERY_ALIKE):
        return _step(other, days, f"{who}, and the words are alike")
    fewest = min((set(one.countries), set(other.countries)), key=len)
    enough_places = len(where) >= 2 or (bool(where) and where == fewest and edtf.is_day(days))
    nobody = not (one.actors and other.actors)
    if enough_places and nobody and same_family and alike >= _VERY_ALIKE:
        places = " and ".join(country_name(code) for code in sorted(where))
        return _step(other, days, f"{places}, and the words are alike")
    return None


def _told(report: Report) -> Told:
    article = report.article
    source = article.file, article.publisher, article.published_on
    return Told(report.report_id, *source, report.quote.exact)


def _step(other: Report, days: str, shared: str) -> Step:
    reason = (
        f"Joined with “{other.label}” ({other.article.publisher or other.article.file}): "
        f"both allow {edtf.in_words(days)}, both have {shared}."
    )
    return Step("same_happening", other.label, reason)


def _common_days(one: Report, other: Report) -> str:
    """Return the days both allow; vague dates (over a fortnight) join nothing."""
    if not one.date or not other.date:
        return ""
    for report in (one, other):
        first, last = edtf.earliest(report.date), edtf.latest(report.date)
        if first is None or last is None or (last - first).days > _WIDEST_DAYS:
            return ""
    return edtf.intersection(one.date, other.date)


def _shared_actor(one: Report, other: Report) -> str:
    first = other.actors[0] if other.actors else ""
    if one.actors and first and (one.actors[0] == first or same_person(one.actors[0], first)):
        return first
    return ""


def _telling(report: Report) -> str:
    """Return the quotes of a report without who acts and when: what is left tells what was done."""
    words = " ".join(q.exact for q in (report.quote, *report.further))
    for known in (report.date_words, *(part for name in report.actors for part in name.split())):
        words = words.replace(known, " ") if known else words
    return words
