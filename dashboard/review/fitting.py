"""Which report a correction is meant for: by its id, else by its quote, else it fits none.

Ids hang on the words that name a happening, so other rules can give a report another one.
Its article and its quote stay: the report with the same quote at the same place is taken,
if it is the only one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dashboard.review.corrections import Correction, effective
from dashboard.review.values import ALONE

Row = Mapping[str, Any]


Places = Mapping[tuple[str, int], Sequence[Row]]


def attach(
    corrections: Iterable[Correction], rows: Sequence[Row]
) -> tuple[tuple[Correction, ...], tuple[Correction, ...]]:
    """Return the corrections of reports that fit, with the ids as they are now, and the others.

    A report that is to belong to the event of one that is gone does not fit either. What was
    undone is left out first, so that nothing comes back because its undoing does not fit.
    """
    places = _by_place(rows)
    fits: list[Correction] = []
    lost: list[Correction] = []
    for one in effective(corrections):
        if one.report_id:
            found = _attached(one, places)
            (fits if found else lost).append(found or one)
    return tuple(fits), tuple(lost)


def find_log(
    corrections: Iterable[Correction], row: Row, rows: Sequence[Row]
) -> tuple[Correction, ...]:
    """Return all corrections of one report, undone or not; rows are those of its article."""
    places = _by_place(rows)
    mine = (one for one in corrections if _subject(one, places) == row["report_id"])
    return tuple(replace(one, report_id=row["report_id"]) for one in mine)


def _by_place(rows: Sequence[Row]) -> Places:
    places: dict[tuple[str, int], list[Row]] = {}
    for row in rows:
        places.setdefault((row["article_sha256"], row["start_char"]), []).append(row)
        places.setdefault((row["report_id"], -1), []).append(row)
    return places


def _attached(one: Correction, places: Places) -> Correction | None:
    report_id, after = _subject(one, places), one.after
    if one.field == "event" and after not in ("", ALONE):
        target, article, start = after.split()
        after = _only(target, places, places.get((article, int(start)), ()))
    fits = report_id and (after or not one.after)
    return replace(one, report_id=report_id, after=after) if fits else None


def _subject(one: Correction, places: Places) -> str:
    same = [r for r in places.get((one.article, one.start_char), ()) if r["quote"] == one.quote]
    return _only(one.report_id, places, same) if one.report_id else ""


def _only(report_id: str, places: Places, same: Sequence[Row]) -> str:
    """Return the id if it is known, else that of the only report at its place, else nothing."""
    if (report_id, -1) in places:
        return report_id
    return str(same[0]["report_id"]) if len(same) == 1 else ""
