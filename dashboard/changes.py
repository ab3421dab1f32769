"""Sets the reports of two readings side by side by their stable ids: gained, lost, changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard import edtf
from dashboard.countries import country_name

Row = Mapping[str, Any]
COMPARED = ("date", "kind", "label", "countries", "event_id")
"""What makes a report another one while its id stays; the columns are those of `frame`."""

SHOWN = ("report_id", *COMPARED, "article", "quote", "date_reason")
"""The columns that a row needs, to be compared and to be shown."""

_NAMES = {"date": "day", "event_id": "event"}


@dataclass(frozen=True, slots=True)
class Changes:
    """Reports that only the later reading has, that only the earlier has, and pairs that differ."""

    gained: tuple[Row, ...]
    lost: tuple[Row, ...]
    changed: tuple[tuple[Row, Row], ...]

    def __bool__(self) -> bool:
        """Say whether there is any."""
        return bool(self.gained or self.lost or self.changed)


NOTHING = Changes((), (), ())


def compare_readings(before: Iterable[Row], after: Iterable[Row]) -> Changes:
    """Return what became of the reports, in the order of their rows.

    >>> compare_readings([], []) == NOTHING
    True
    """
    old = {row["report_id"]: row for row in before}
    new = {row["report_id"]: row for row in after}
    both = ((old[key], row) for key, row in new.items() if key in old)
    return Changes(
        tuple(row for key, row in new.items() if key not in old),
        tuple(row for key, row in old.items() if key not in new),
        tuple((one, other) for one, other in both if differing(one, other)),
    )


def differing(before: Row, after: Row) -> tuple[str, ...]:
    """Return the compared columns in which two rows differ."""
    return tuple(name for name in COMPARED if before[name] != after[name])


def tally_words(changes: Changes) -> str:
    """Count the changes in words.

    >>> tally_words(Changes(({},), (), ()))
    '1 report gained, 0 lost, 0 changed'
    """
    gained, lost, changed = map(len, (changes.gained, changes.lost, changes.changed))
    return (
        f"{gained:,} report{'' if gained == 1 else 's'} gained, {lost:,} lost, {changed:,} changed"
    )


def change_lines(changes: Changes) -> Iterator[str]:
    """Write every change with the quote and the reason of its day, a part for each sort."""
    for title, rows in (("Gained", changes.gained), ("Lost", changes.lost)):
        if rows:
            yield f"{title} ({len(rows)})"
        for row in rows:
            yield from _report(row)
    if changes.changed:
        yield f"Changed ({len(changes.changed)})"
    for before, after in changes.changed:
        yield from _report(after)
        for name in differing(before, after):
            was, now = _value(name, before[name]), _value(name, after[name])
            yield f"      {_NAMES.get(name, name)}: was {was}, is {now}"


def _report(row: Row) -> Iterator[str]:
    yield f"  {row['label']} — {row['kind']}, {_value('date', row['date'])}"
    yield f"      report {row['report_id']} in {row['article']}"
    yield f"      “{' '.join(row['quote'].split())}”"
    if row["date_reason"]:
        yield f"      {row['date_reason']}"


def _value(name: str, value: Any) -> str:
    if name == "date":
        return edtf.in_words(value) if value else "no day"
    if name == "countries":
        return ", ".join(map(country_name, value)) or "none"
    return f"“{value}”" if name == "label" else str(value)
