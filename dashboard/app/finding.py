"""Finds values of a picker by what is typed in it, where they are too many to be sent at once."""

from typing import Any

from dash import Dash, Input, Output, State, no_update

from dashboard.app import ids
from dashboard.app.desk import Desk
from dashboard.app.options import MOST, Named, Option, country_names, own_names, to_options
from dashboard.errors import TimelineError
from dashboard.selection import from_url

PICKERS = {
    "countries": ids.COUNTRIES,
    "actors": ids.ACTORS,
    "publishers": ids.PUBLISHERS,
    "articles": ids.ARTICLES,
}
"""The pickers that can have a great many values, by field."""

REACH = 500
"""Articles that are looked through for one whose headline has what is typed."""


def register(app: Dash, desk: Desk) -> None:
    """Register a callback for each of the pickers."""
    for name, key in PICKERS.items():
        _register(app, desk, name, key)


def _register(app: Dash, desk: Desk, name: str, key: str) -> None:
    @app.callback(
        Output(key, "data", allow_duplicate=True),
        Input(key, "searchValue"),
        State(key, "value"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def find(typed: str | None, chosen: list[str] | None, search: str | None) -> Any:
        """Offer what has the typed words in its name, and what is chosen already."""
        try:
            found = find_options(desk, name, typed or "", chosen or [], search or "")
        except TimelineError:  # The banner says already what is wrong with the address.
            return no_update
        return no_update if found is None else found


def find_options(
    desk: Desk, name: str, typed: str, chosen: list[str], search: str
) -> list[Option] | None:
    """Return the options that what is typed is part of, None where all are there anyway."""
    counts = getattr(desk.facets(from_url(search)), name)
    if len(counts) <= MOST:
        return None
    named: Named = {"countries": country_names, "articles": desk.store.headlines}.get(
        name, own_names
    )
    if not typed.strip():
        return to_options(counts, chosen, named)
    wanted = typed.strip().casefold()
    values = [*counts]
    if name == "articles":
        values = desk.index(from_url(search)).files_with(typed)[:REACH]
    names = named(values)
    hits = [v for v in values if wanted in (names.get(v) or v).casefold()]
    return to_options({value: counts[value] for value in hits[:MOST]}, chosen, named)
