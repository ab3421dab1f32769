"""The orders in which the table can be sorted: a rank for each event, then the timeline."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.columns.arrays import Columns, Places, room_for
from dashboard.model import KINDS
from dashboard.store import Store

Ranks = npt.NDArray[np.integer[Any]]


def _by_text(key: str) -> Callable[[Columns, Store], Ranks]:
    def ranks(columns: Columns, store: Store) -> Ranks:
        numbers, found = store.numbered.ranks(key, columns.known_by)
        by_number = np.zeros(room_for(columns.numbers), dtype=np.int32)
        by_number[numbers] = found
        return by_number[columns.numbers]

    return ranks


def _by_kind(columns: Columns, store: Store) -> Ranks:
    alphabet = sorted(KINDS)
    return np.array([alphabet.index(kind) for kind in KINDS])[columns.kinds]


def _by_sources(columns: Columns, store: Store) -> Ranks:
    return columns.outlets.astype(np.int32)


_RANKS: Mapping[str, Callable[[Columns, Store], Ranks]] = {
    "event": _by_text("event"),
    "people": _by_text("people"),
    "kind": _by_kind,
    "sources": _by_sources,
}
KEYS = ("day", *_RANKS)
"""What the table can be sorted by."""


def ranks(columns: Columns, store: Store, key: str) -> Ranks:
    """Return the rank of each event by a key other than the day."""
    return _RANKS[key](columns, store)


def in_order(places: Places, ranked: Ranks | None, down: bool) -> Places:
    """Return places by rank (None is the timeline's own order); equal ones stay in that order.

    >>> in_order(np.array([0, 1, 2], np.int32), np.array([5, 9, 5]), True).tolist()
    [1, 0, 2]
    """
    if ranked is None:
        return places[::-1] if down else places
    some = ranked[places]
    return places[np.argsort(-some if down else some, kind="stable")]
