"""A selection to and from the query of a URL."""

from dataclasses import replace
from urllib.parse import parse_qs, urlencode

from dashboard.errors import SelectionError
from dashboard.selection.fields import FIELDS
from dashboard.selection.values import Selection, is_set

MOST_VALUES = 400


def from_url(query: str) -> Selection:
    """Read a URL's query ("?country=BLR&from=2022-10-04"); raise SelectionError if it is wrong.

    >>> from_url("?country=BLR&country=FRA").countries
    ('BLR', 'FRA')
    """
    try:
        found = parse_qs(query.removeprefix("?"), max_num_fields=MOST_VALUES)
    except ValueError:
        raise SelectionError(
            f"The link has more than {MOST_VALUES} values.", "Take some filters away."
        ) from None
    values = {field.name: field.read(found[field.key]) for field in FIELDS if field.key in found}
    selection = Selection(**values)
    if selection.first and selection.last and selection.first > selection.last:
        raise SelectionError(
            f"The range ends ({selection.last}) before it starts ({selection.first}).",
            "Swap the two days.",
        )
    return replace(selection, off=tuple(e for e in selection.off if is_set(selection, e)))


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
