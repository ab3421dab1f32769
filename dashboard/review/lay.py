"""Report rows in, report rows out: what a person corrected laid over what was found.

A day that a reader gives counts as stated, the best source there is, and its words are not
those of the article any more; the reason says whose it is, and `corrected` keeps what was
found.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from dashboard import edtf
from dashboard.frame import stamp
from dashboard.review.corrections import Correction, standing
from dashboard.review.fitting import attach
from dashboard.review.groups import regroup
from dashboard.review.values import ALONE, NONE, UNDATED, value_of

Row = dict[str, Any]
Held = Mapping[str, Correction]
REVIEWED = (
    *("event_id", "label", "kind", "date", "date_source", "date_reason", "date_words"),
    *("date_start", "date_end", "countries", "countries_mentioned", "country_evidence"),
    *("merge_reason", "corrected"),
)
"""The columns that a correction can change, but for the two bounds that follow from the date."""

SINCE = "A reader corrected a day since."
PARTED = "The rules joined it with others; a reader took the first of them out."


def review(rows: Sequence[Row], corrections: Iterable[Correction]) -> list[Row]:
    """Return rows of `frame.COLUMNS` with the corrections laid over, in the same order.

    The rows are those that were found, with all rows of every event that a correction
    touches. One that is set aside has no event: its event_id is empty. Rows that nothing
    touches are handed back as they are.
    """
    fits, _ = attach(corrections, rows)
    held: dict[str, dict[str, Correction]] = {}
    for one in standing(fits).values():
        held.setdefault(one.report_id, {})[one.field] = one
    if not held:
        return list(rows)
    event = regroup(rows, _moves(rows, held))
    before = _members({row["report_id"]: row["event_id"] for row in rows})
    after = _members(event)
    told = [_laid(row, held.get(row["report_id"], {})) for row in rows]
    told = _since(told, after)
    return [_placed(row, held.get(row["report_id"], {}), event, before, after) for row in told]


def _moves(rows: Sequence[Row], held: Mapping[str, Held]) -> list[tuple[str, str]]:
    """Return the moves in the order in which they were made, setting aside last."""
    joined = [by["event"] for by in held.values() if "event" in by]
    joined.sort(key=lambda one: one.id)
    aside = [(row["report_id"], "") for row in rows if "aside" in held.get(row["report_id"], {})]
    return [(m.report_id, "" if m.after == ALONE else m.after) for m in joined] + aside


def _since(rows: Sequence[Row], together: Mapping[str, frozenset[str]]) -> list[Row]:
    """Say where a day was corrected after the rules joined reports by the days they had."""
    moved = {row["report_id"] for row in rows if "date" in dict(row["corrected"])}
    return [
        row | {"merge_reason": f"{row['merge_reason']} {SINCE}"}
        if row["merge_reason"] and together[row["report_id"]] & moved
        else row
        for row in rows
    ]


def _members(event: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return for each report all that are in its event."""
    groups: dict[str, set[str]] = {}
    for report, key in event.items():
        groups.setdefault(key, set()).add(report)
    whole = {key: frozenset(reports) for key, reports in groups.items()}
    return {report: whole[key] for report, key in event.items()}


def _laid(row: Row, held: Held) -> Row:
    """Lay over what a correction says of the report itself."""
    changed = dict(row)
    for field, one in held.items():
        if field in _LAYERS and one.after != value_of(field, row):
            changed |= _LAYERS[field](row, one)
    original = [
        (field, value_of(field, row))
        for field in _LAYERS
        if value_of(field, row) != value_of(field, changed)
    ]
    return changed | {"corrected": tuple(original)} if original else row


def _date(row: Row, one: Correction) -> Row:
    day = "" if one.after == UNDATED else one.after
    return {
        "date": day,
        "earliest": stamp(edtf.earliest(day)),
        "latest": stamp(edtf.latest(day)),
        "date_source": "stated" if day else "",
        "date_reason": said_by(one, f"A reader corrected it from {edtf.in_words(row['date'])}."),
        "date_words": "",
        "date_start": -1,
        "date_end": -1,
    }


def _countries(row: Row, one: Correction) -> Row:
    codes = tuple(code for code in one.after.split() if code != NONE)
    mentioned = tuple(code for code in row["countries_mentioned"] if code not in codes)
    kept = [
        (code, "involved" if role == "mentioned" and code in codes else role, *rest)
        for code, role, *rest in row["country_evidence"]
        if code in codes or role == "mentioned"
    ]
    shown = {code for code, *_ in kept}
    reason = said_by(one, "A reader says that it is involved.")
    added = [(code, "involved", "", -1, -1, reason) for code in codes if code not in shown]
    return {
        "countries": codes,
        "countries_mentioned": mentioned,
        "country_evidence": (*kept, *added),
    }


_LAYERS: Mapping[str, Callable[[Row, Correction], Row]] = {
    "date": _date,
    "label": lambda row, one: {"label": one.after},
    "kind": lambda row, one: {"kind": one.after},
    "countries": _countries,
}
"""What a correction of each field changes in a row."""


def said_by(one: Correction, words: str) -> str:
    """Add to a sentence the reason that a person gave, in that person's words."""
    return f"{words} Reason: {one.reason}" if one.reason else words


def _placed(
    row: Row,
    held: Held,
    event: Mapping[str, str],
    before: Mapping[str, frozenset[str]],
    after: Mapping[str, frozenset[str]],
) -> Row:
    """Put a report in its event, and say why it is there where that is another than before."""
    key = row["report_id"]
    if "aside" in held:
        changed = (*row["corrected"], ("aside", ""))
        return row | {"event_id": "", "merge_reason": "", "corrected": changed}
    if before[key] == after[key] and event[key] == row["event_id"]:
        return row
    placed = row | {"event_id": event[key], "merge_reason": row["merge_reason"]}
    if len(after[key]) == 1:
        placed["merge_reason"] = ""
    elif "event" in held and held["event"].after != ALONE:
        placed["merge_reason"] = said_by(held["event"], "A reader joined it with this event.")
    elif row["merge_reason"] and row["event_id"] not in after[key]:
        placed["merge_reason"] = PARTED if event[key] != key else ""
    if "event" in held and before[key] != after[key]:
        placed["corrected"] = (*row["corrected"], ("event", row["event_id"]))
    return placed
