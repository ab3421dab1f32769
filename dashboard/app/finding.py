"""The options of a picker: counted when it is about to be opened, and found by what is typed in it.

Nobody sees the options of a picker that is closed, so they do not come with the picture.
"""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update

from dashboard.app import ids
from dashboard.app.desk import Desk
from dashboard.app.options import (
    MOST,
    Option,
    names_of,
    picker_options,
)
from dashboard.errors import TimelineError
from dashboard.selection import from_url

PICKERS = {
    "countries": ids.COUNTRIES,
    "actors": ids.ACTORS,
    "publishers": ids.PUBLISHERS,
    "articles": ids.ARTICLES,
    "months": ids.MONTHS,
    "date_sources": ids.DATE_SOURCES,
    "precisions": ids.PRECISIONS,
    "min_sources": ids.MIN_SOURCES,
}
"""The pickers, by field; all but the last three can have a great many values."""

REACH = 500
"""Articles that are looked through for one whose headline has what is typed."""


def register(app: Dash, desk: Desk) -> None:
    """Register for each of the pickers what finds its options, and the script that offers them.

    A value may be chosen while they are looked for; Mantine drops one that has no option.
    """
    for name, key in PICKERS.items():
        _register(app, desk, name, key)


def _register(app: Dash, desk: Desk, name: str, key: str) -> None:
    # The one that is no field to type in has the words of its value there.
    typed_in = State if name == "min_sources" else Input

    @app.callback(
        Output(ids.found(key), "data"),
        Input(ids.opened(key), "data"),
        typed_in(key, "searchValue"),
        State(key, "value"),
        prevent_initial_call=True,
    )
    def find(query: str | None, typed: str | None, chosen: Any) -> Any:
        """Offer what has the typed words in its name, and what is chosen already."""
        words = "" if name == "min_sources" else typed or ""
        some = [chosen] if isinstance(chosen, str) else chosen or []
        try:
            options = find_options(desk, name, words, some, query or "")
            return {"options": options, "typed": typed, "asked": query}
        except TimelineError:  # The banner says already what is wrong with the address.
            return no_update

    # Dash holds back what follows from an answer to come: the words meanwhile follow from none.
    app.clientside_callback(
        ClientsideFunction("dateline", "offer"),
        Output(key, "data"),
        Output(key, "nothingFoundMessage", allow_duplicate=True),
        Input(ids.found(key), "data"),
        *(State(key, prop) for prop in ("value", "data", "searchValue")),
        State(ids.opened(key), "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("dateline", "lookFor"),
        Output(key, "nothingFoundMessage"),
        Input(key, "searchValue"),
        Input(ids.opened(key), "data"),
        State(ids.found(key), "data"),
        prevent_initial_call=True,
    )


def find_options(desk: Desk, name: str, typed: str, chosen: list[str], search: str) -> list[Option]:
    """Return the options that what is typed is part of; of few all, for the page finds them."""
    counts = desk.facet(from_url(search), name)
    if not typed.strip() or len(counts) <= MOST:
        return picker_options(name, counts, chosen, desk.store.headlines)
    wanted = typed.strip().casefold()
    values = [*counts]
    if name == "articles":
        values = desk.index(from_url(search)).files_with(typed)[:REACH]
    names = names_of(name, desk.store.headlines)(values)
    hits = [v for v in values if wanted in (names.get(v) or v).casefold()]
    found = {value: counts[value] for value in hits[:MOST]}
    return picker_options(name, found, chosen, desk.store.headlines)
