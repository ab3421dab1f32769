"""Addresses beside the page: the selection as files and as rows of the table, the accounts."""

from collections.abc import Callable, Iterator, Mapping

from dash import Dash
from flask import Response, jsonify, request

from dashboard.app.desk import Desk
from dashboard.app.downloads import TABLES, begun
from dashboard.app.memory import give_back
from dashboard.app.options import part_counts
from dashboard.app.table import read_piece
from dashboard.errors import TimelineError
from dashboard.export import to_png, to_svg
from dashboard.selection import Selection, from_url
from dashboard.view import TimelineView

LAST = 10**9
"""No list of articles is longer."""

PICTURES: Mapping[str, tuple[str, Callable[[TimelineView], str | bytes]]] = {
    "svg": ("image/svg+xml; charset=utf-8", to_svg),
    "png": ("image/png", to_png),
}
"""The media type of each picture, and what writes it."""


def _first() -> int:
    """Return where the page of articles that is asked for begins; what is no number is 0."""
    return min(max(request.args.get("first", 0, type=int), 0), LAST)


def register(app: Dash, desk: Desk) -> None:
    """Register GET /export/<timeline|briefing>.<suffix>, /rows, /counts, /accounts and /article."""

    @app.server.get("/accounts")
    def accounts() -> Response:
        """Return the accounts of articles as JSON, from the `first`-th on."""
        try:
            return jsonify(desk.room.accounts(_first()))
        except TimelineError as error:
            return Response(f"{error.message}\n{error.remedy}\n", 500, mimetype="text/plain")

    @app.server.get("/accounts/sums")
    def sums() -> Response:
        """Return the sums over all articles as JSON."""
        try:
            return jsonify(desk.room.sums())
        except TimelineError as error:
            return Response(f"{error.message}\n{error.remedy}\n", 500, mimetype="text/plain")

    @app.server.get("/rows")
    def rows() -> tuple[Response, int]:
        """Return some rows of the table of the selection in the query as JSON.

        sort, down, start and size say which; 400 with message and remedy where one is wrong.
        """
        try:
            selection = from_url(request.query_string.decode())
            return jsonify(desk.rows(selection, read_piece(request.args))), 200
        except TimelineError as error:
            return jsonify(message=error.message, remedy=error.remedy), 400

    @app.server.get("/counts")
    def counts() -> tuple[Response, int]:
        """Return what stands beside the boxes of the parts of the text, by their ids, as JSON."""
        try:
            selection = from_url(request.query_string.decode())
            response = jsonify(part_counts(desk.facet(selection, "text_in")))
            response.call_on_close(give_back)  # To look for words takes much for a moment.
            return response, 200
        except TimelineError as error:
            return jsonify(message=error.message, remedy=error.remedy), 400

    @app.server.get("/article")
    def article() -> Response:
        """Return the article that the query opens; 400 with the reason where there is none."""
        try:
            return jsonify(desk.article(from_url(request.query_string.decode())))
        except TimelineError as error:
            return Response(f"{error.message}\n{error.remedy}\n", 400, mimetype="text/plain")

    @app.server.get("/export/<any(timeline, briefing):name>.<any(csv, json, svg, png):suffix>")
    def export(name: str, suffix: str) -> Response:
        """Return the selection in the query as a file; 400 with the reason where it is wrong."""
        try:
            selection = from_url(request.query_string.decode()).at_rest().without("view")
            media_type, body = _file(desk, selection, suffix)
        except TimelineError as error:
            text = f"{error.message}\n{error.remedy}\n"
            return Response(text, status=400, mimetype="text/plain")
        headers = {"Cache-Control": "no-store"}
        if name == "timeline":
            headers["Content-Disposition"] = f'attachment; filename="{name}.{suffix}"'
        response = Response(body, content_type=media_type, headers=headers)
        response.call_on_close(give_back)
        return response


def _file(desk: Desk, selection: Selection, suffix: str) -> tuple[str, str | bytes | Iterator[str]]:
    """Return the media type of a file, and what is in it, tables in parts."""
    if suffix in TABLES:
        media_type, parts = TABLES[suffix]
        return media_type, begun(parts(desk, selection))
    media_type, write = PICTURES[suffix]
    return media_type, write(desk.sheet(selection, request.args.get("page", 1, type=int)))
