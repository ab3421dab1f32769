"""A selection to and from the query of a URL."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlencode

from dashboard.errors import SelectionError
from dashboard.selection.fields import FIELDS, Field
from dashboard.selection.values import Selection, is_set

MOST_VALUES = 400


def from_url(query: str) -> Selection:
    """Read a URL's query ("?country=BLR&from=2022-10-04"); raise SelectionError if it is wrong.

    >>> from_url("?country=BLR&country=FRA").countries
    ('BLR', 'FRA')
    """
    selection, wrong = read_url(query)
    if wrong:
        raise wrong[0]
    return selection


def read_url(query: str) -> tuple[Selection, tuple[SelectionError, ...]]:
    """Return what of a URL's query can be read, and what is wrong with the rest.

    >>> selection, wrong = read_url("?country=BLR&country=zz1&from=soon")
    >>> selection.countries, [error.message for error in wrong]
    (('BLR',), ['“ZZ1” is not a country code.', '“soon” is not a day.'])
    """
    try:
        found = parse_qs(query.removeprefix("?"), max_num_fields=MOST_VALUES)
    except ValueError:
        many = f"The link has more than {MOST_VALUES} values."
        return Selection(), (SelectionError(many, "Take some filters away."),)
    read = {f.name: _read(f, found[f.key]) for f in FIELDS if f.key in found}
    values = {name: value for name, (value, _) in read.items() if value is not None}
    wrong = [error for _, error in read.values() if error]
    selection = Selection(**values)
    if selection.first and selection.last and selection.first > selection.last:
        days = f"The range ends ({selection.last}) before it starts ({selection.first})."
        wrong.append(SelectionError(days, "Swap the two days."))
        selection = replace(selection, first=None, last=None)
    off = tuple(entry for entry in selection.off if is_set(selection, entry))
    return replace(selection, off=off), tuple(wrong)


def _read(field: Field, values: list[str]) -> tuple[Any, SelectionError | None]:
    """Read what can be read of the values of a field, None where that is nothing."""
    try:
        return field.read(values), None
    except SelectionError as error:
        rest = [value for value in values if _is_right(field, value)]
        return (field.read(rest) if rest else None), error


def _is_right(field: Field, value: str) -> bool:
    try:
        field.read([value])
    except SelectionError:
        return False
    return True


def to_url(selection: Selection) -> str:
    """Write the selection as a URL query, defaults left out; the empty one gives "".

    >>> from datetime import date
    >>> to_url(Selection(countries=("BLR",), first=date(2022, 10, 4)))
    '?country=BLR&from=2022-10-04'
    """
    plain, pairs = Selection(), []
    for field in FIELDS:
        value = getattr(selection, field.name)
        if value != getattr(plain, field.name):
            pairs += [(field.key, one) for one in field.write(value)]
    return f"?{urlencode(pairs, errors='replace')}" if pairs else ""
