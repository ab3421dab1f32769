"""Reports moved from event to event, one move after the other.

An event keeps its id while the report it is named after is in it; where that one leaves,
the event is named after the first that stays, as merging would name it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dashboard import edtf

Row = Mapping[str, Any]
Moves = Iterable[tuple[str, str]]


def regroup(rows: Sequence[Row], moves: Moves) -> dict[str, str]:
    """Return the event of each report after all moves: pairs of a report and where it goes.

    It goes to the event that another report is in by then, or, with "", stands alone. Both
    reports must be among the rows.

    >>> def row(key, event):
    ...     return {"report_id": key, "event_id": event, "published_on": "", "article": key,
    ...             "start_char": 0, "trigger_start": 0}
    >>> regroup([row("a", "a"), row("b", "a"), row("c", "a")], [("a", "")])
    {'a': 'a', 'b': 'b', 'c': 'b'}
    """
    event = {row["report_id"]: str(row["event_id"]) for row in rows}
    members: dict[str, list[str]] = {}
    for row in sorted(rows, key=_order):
        members.setdefault(event[row["report_id"]], []).append(row["report_id"])
    place = {key: at for at, key in enumerate(row["report_id"] for row in sorted(rows, key=_order))}
    for report, other in moves:
        old, new = event[report], event[other] if other else report
        if (other and old == new) or (not other and members[old] == [report]):
            continue
        _leave(report, old, members, event)
        members.setdefault(new, []).append(report)
        members[new].sort(key=place.__getitem__)
        event[report] = new
    return event


def _order(row: Row) -> tuple[str, str, int, int]:
    """Order reports as merging does."""
    published = edtf.earliest(row["published_on"])
    return str(published or "9999"), row["article"], row["start_char"], row["trigger_start"]


def _leave(report: str, old: str, members: dict[str, list[str]], event: dict[str, str]) -> None:
    left = [key for key in members.pop(old) if key != report]
    name = left[0] if left and old == report else old
    if left:
        members[name] = left
    for key in left:
        event[key] = name
