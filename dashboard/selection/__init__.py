"""What the reader asked for: filters and the way of looking, to and from a URL, and in English.

`FIELDS` has one row a field: its URL key, label, reader, English words and test. A filter is
tested on an event row (`events.EVENT_COLUMNS`); the store's SQL gives the same answer, by
test. What is set aside stays in the selection and its URL; `active` leaves it out.
"""

from dashboard.selection.chips import (
    Chip,
    Loosened,
    chips,
    exclude,
    loosen,
    remove,
    suspend,
    toggle,
)
from dashboard.selection.fields import FIELDS, FILTERS, LOOKS, Field, describe, matches
from dashboard.selection.matching import is_inside, parts_with_words
from dashboard.selection.sentence import (
    DAY_WORDS,
    PRECISION_WORDS,
    Tally,
    count_matches,
    days_asked,
    lies_within,
)
from dashboard.selection.url import from_url, read_url, to_url
from dashboard.selection.values import (
    AXIS_MARKS,
    CERTAINTIES,
    DEFAULT_KINDS,
    DEFAULT_PARTS,
    GROUPS,
    MARKS,
    MATCHES,
    MODES,
    OPPOSITES,
    ORDERS,
    PANES,
    PICTURES,
    SOURCES_OF_DAY,
    TEXT_PARTS,
    THEMES,
    VIEWS,
    Selection,
    active,
    picture_theme,
)

__all__ = [
    "AXIS_MARKS",
    "CERTAINTIES",
    "DAY_WORDS",
    "DEFAULT_KINDS",
    "DEFAULT_PARTS",
    "FIELDS",
    "FILTERS",
    "GROUPS",
    "LOOKS",
    "MARKS",
    "MATCHES",
    "MODES",
    "OPPOSITES",
    "ORDERS",
    "PANES",
    "PICTURES",
    "PRECISION_WORDS",
    "SOURCES_OF_DAY",
    "TEXT_PARTS",
    "THEMES",
    "VIEWS",
    "Chip",
    "Field",
    "Loosened",
    "Selection",
    "Tally",
    "active",
    "chips",
    "count_matches",
    "days_asked",
    "describe",
    "exclude",
    "from_url",
    "is_inside",
    "lies_within",
    "loosen",
    "matches",
    "parts_with_words",
    "picture_theme",
    "read_url",
    "remove",
    "suspend",
    "to_url",
    "toggle",
]
