"""The briefing view: the picture alone, as wide as the window lets it be, and its downloads."""

from dataclasses import replace
from typing import Any

from dash import html

from dashboard.app import ids, wording
from dashboard.app.attributes import aria
from dashboard.export import alt_text
from dashboard.selection import Selection, to_url
from dashboard.view import TimelineView


def layout() -> html.Section:
    """Return the pane; the page's script fills it when the address asks for it."""
    return html.Section(
        id=ids.BRIEFING,
        className="briefing",
        hidden=True,
        tabIndex=-1,
        **aria(label="Briefing picture"),
    )


def briefing_data(view: TimelineView, selection: Selection) -> dict[str, Any]:
    """Return addresses, themes, number of pages and alternative text of the picture in `view`."""
    query = to_url(selection.without("view", "event"))
    return {
        "svg": f"/export/briefing.svg{query}",
        "png": f"/export/briefing.png{query}",
        "themes": [*wording.PICTURE_LABELS.items()],
        "theme": selection.picture,
        "pages": view.pages,
        "back": to_url(replace(selection, view="")),
        "alt": f"{view.title}. {alt_text(view)}",
    }
