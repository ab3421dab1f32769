"""Corrections of reports on the screen: what can be set right, what was, and undoing it."""

from collections.abc import Callable, Mapping
from typing import Any

from dash import Dash
from flask import Response, jsonify, request

from dashboard import edtf
from dashboard.app import wording
from dashboard.app.desk import Desk
from dashboard.app.typed_dates import read_edtf, typed_words
from dashboard.countries import all_country_codes, country_name
from dashboard.errors import SelectionError, TimelineError
from dashboard.export import to_csv, to_json
from dashboard.model import KINDS
from dashboard.quotation import within_marks
from dashboard.review import (
    NONE,
    UNDATED,
    Correction,
    clean_name,
    clean_reason,
    correction_words,
    effective,
)
from dashboard.selection import Selection
from dashboard.store import Review

ADDRESS = "/corrections"
LONGEST = 1000
"""Characters that any field may hold before it is looked at."""


def register(app: Dash, desk: Desk) -> None:
    """Register GET and POST of /corrections, and GET /export/aside.<csv|json>.

    GET ?report=ID answers with what a report says and its log, with &words=… or &near=1 the
    events to join it with; without a report it lists what was set aside and what fits nothing.
    POST takes JSON: report, changes (what was typed, by field) or undo, reason, who. What is
    wrong comes as `errors`, by field.
    """
    review = desk.store.review

    @app.server.route(ADDRESS, methods=["GET", "POST"])
    def corrections() -> Response:
        """Say what is known of the corrections of a report, after making one or undoing it."""
        try:
            if request.method == "POST":
                return jsonify(_posted(review, request.get_json()))
            report = request.args.get("report", "")
            if not report:
                return jsonify(lists(review))
            if request.args.get("near") or request.args.get("words"):
                return jsonify(near(review, report, request.args.get("words", "")))
            return jsonify(known(review, report))
        except TimelineError as error:
            return jsonify(errors={"": f"{error.message} {error.remedy}"})

    @app.server.get("/export/aside.<any(csv, json):suffix>")
    def aside(suffix: str) -> Response:
        """Return the reports that were set aside as a file."""
        frame = review.set_aside()
        body = to_csv(frame) if suffix == "csv" else to_json(frame, Selection(kinds=KINDS))
        kind = "text/csv; charset=utf-8" if suffix == "csv" else "application/json"
        name = f'attachment; filename="aside.{suffix}"'
        headers = {"Cache-Control": "no-store", "Content-Disposition": name}
        return Response(body, content_type=kind, headers=headers)


def _posted(review: Review, given: Any) -> dict[str, Any]:
    asked = given if isinstance(given, dict) else {}
    report, reason, who = (str(asked.get(name) or "") for name in ("report", "reason", "who"))
    typed = asked.get("changes")
    changes, errors = read_changes(typed if isinstance(typed, dict) else {}, reason, who)
    if errors:
        return {"errors": errors}
    if asked.get("undo"):
        made: tuple[Correction, ...] = (review.undo(report, reason, who),)
    elif changes:
        made = review.correct(report, changes, reason, who)
    else:
        raise SelectionError("Nothing was changed.", "Change a field first.")
    return known(review, report) | {"said": " ".join(map(said, made))}


def said(correction: Correction) -> str:
    """Say in a sentence what was just done."""
    plain = (
        correction_words(correction)
        .split(": ", 1)[1]
        .removesuffix(f" Reason: {correction.reason}" if correction.reason else "")
    )
    return f"{plain[:1].upper()}{plain[1:]}"


def read_changes(
    typed: Mapping[str, Any], reason: str, who: str
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what was typed as corrections hold it, and what is wrong with each field."""
    changes: dict[str, str] = {}
    errors: dict[str, str] = {}
    checks: list[tuple[str, str, Callable[[str], str]]] = [
        *((str(name), str(text), _READ.get(str(name), str)) for name, text in typed.items()),
        ("reason", reason, clean_reason),
        ("who", who, clean_name),
    ]
    for name, text, read in checks:
        try:
            if len(text) > LONGEST:
                raise SelectionError("This is too long.", "Say it in fewer words.")
            value = read(text)
        except TimelineError as error:
            errors[name] = f"{error.message} {error.remedy}"
        else:
            changes |= {name: value} if name in typed else {}
    return changes, errors


def _read_date(text: str) -> str:
    return read_edtf(text) if text.strip() else UNDATED


def read_countries(text: str) -> str:
    """Return the codes of countries that are named, or given by code, with commas between.

    >>> read_countries("Norway, per"), read_countries(" ")
    ('NOR PER', 'none')
    """
    codes = {code.casefold(): code for code in all_country_codes()}
    names = {country_name(code).casefold(): code for code in all_country_codes()}
    found = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        code = codes.get(part.casefold()) or names.get(part.casefold())
        if code is None:
            raise SelectionError(
                f"“{part}” is no country that is known here.",
                "Write its English name or its code of three letters, such as Norway or NOR.",
            )
        found.append(code)
    return " ".join(sorted(set(found))) or NONE


_READ: Mapping[str, Callable[[str], str]] = {"date": _read_date, "countries": read_countries}


def known(review: Review, report_id: str) -> dict[str, Any]:
    """Return what a report says, in the words in which it is typed, and its log.

    event is "" where it is set aside.
    """
    row, log = review.report(report_id), review.log(report_id)
    return {
        "report": report_id,
        "event": row["event_id"],
        "values": {
            "date": typed_words(row["date"]) if row["date"] else "",
            "label": row["label"],
            "kind": row["kind"],
            "countries": ", ".join(country_name(code) for code in row["countries"]),
        },
        "kinds": [[kind, wording.KIND_LABELS[kind]] for kind in KINDS],
        "is_shared": review.is_shared(report_id),
        "log": [correction_words(one) for one in log],
        "can_undo": bool(effective(log)),
    }


def near(review: Review, report_id: str, words: str) -> list[dict[str, str]]:
    """Return the events to join a report with, in words."""
    return [
        {"id": one["event_id"], "label": one["label"], "day": edtf.in_words(one["date"])}
        for one in review.near(report_id, words[:LONGEST])
    ]


def lists(review: Review) -> dict[str, Any]:
    """Return what was set aside, and the corrections whose report is not there any more."""
    return {
        "aside": [_aside(row) for row in review.set_aside().to_dict("records")],
        "lost": [
            {"quote": within_marks(one.quote), "words": correction_words(one)}
            for one in review.not_fitting()
        ],
    }


def _aside(row: Mapping[Any, Any]) -> dict[str, str]:
    return {
        "report": row["report_id"],
        "label": row["label"],
        "day": edtf.in_words(row["date"]),
        "quote": within_marks(row["quote"]),
        "lang": row["language"],
        "file": row["article"],
    }
