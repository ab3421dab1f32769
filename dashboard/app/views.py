"""Saved views: the dialog that lists them, and the addresses that keep, rename and delete them."""

from collections.abc import Callable
from typing import Any

from dash import Dash, html
from flask import Response, jsonify, request

from dashboard.app import ids
from dashboard.app.attributes import aria
from dashboard.app.chips import chip_words
from dashboard.app.desk import Desk
from dashboard.errors import TimelineError
from dashboard.selection import Selection, chips, from_url
from dashboard.store import View

ADDRESS = "/views"


def layout() -> html.Dialog:
    """Return the dialog, empty; the page's script fills and opens it."""
    return html.Dialog(id=ids.VIEWS, className="dialog views", **aria(label="Saved views"))


def register(app: Dash, desk: Desk) -> None:
    """Register GET, POST, PATCH and DELETE of /views; each answers with the list as it is then.

    What is wrong comes as 400 with message and remedy. Writes take JSON only, which no form
    of another site can send.
    """
    writes: dict[str, Callable[[dict[str, str]], object]] = {
        "POST": lambda asked: desk.store.views.save(asked["name"], asked["query"]),
        "PATCH": lambda asked: desk.store.views.rename(asked["name"], asked["new"]),
        "DELETE": lambda asked: desk.store.views.delete(asked["name"]),
    }

    @app.server.route(ADDRESS, methods=["GET", *writes])
    def views() -> tuple[Response, int]:
        """List the saved views, after keeping, renaming or deleting one."""
        try:
            if request.method in writes:
                writes[request.method](_asked())
            return jsonify([_row(view) for view in desk.store.views.all()]), 200
        except TimelineError as error:
            return jsonify(message=error.message, remedy=error.remedy), 400


def _asked() -> dict[str, str]:
    """Return the texts of the request by name, "" for what is missing."""
    given = request.get_json()
    found = given if isinstance(given, dict) else {}
    return {name: str(found.get(name) or "") for name in ("name", "query", "new")}


def _row(view: View) -> dict[str, Any]:
    return {"name": view.name, "query": view.query, "about": _about(view.query)}


def _about(query: str) -> str:
    """Say in short what a view shows; an older one that cannot be read any more says so."""
    try:
        selection = from_url(query)
    except TimelineError:
        return "cannot be opened any more"
    return ", ".join(map(chip_words, chips(selection))) or _plain(selection)


def _plain(selection: Selection) -> str:
    return f"everything, by {selection.group}" if selection.group else "everything"
