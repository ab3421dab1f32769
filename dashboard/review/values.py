"""The fields that can be corrected, and what each may hold, written as text.

date        EDTF, or "undated"           countries   ISO 3166-1 alpha-3 codes, or "none"
label       one line                     aside       "aside": not on the timeline
kind        one of model.KINDS           event       "alone", or the place of a report of the
                                                     event it belongs to: id, article, offset
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from dashboard import edtf
from dashboard.countries import all_country_codes
from dashboard.errors import DateError, StoreError
from dashboard.model import KINDS

UNDATED, NONE, ASIDE, ALONE = "undated", "none", "aside", "alone"
LONGEST_LABEL = 90
_PLACE = re.compile(r"[0-9a-f]{1,16} [0-9a-f]{64} \d{1,12}", re.ASCII)


def check_day(day: str) -> str:
    """Return a publication day without spaces around; raise DateError if it is none.

    >>> check_day(" 2022-10-11")
    '2022-10-11'
    """
    day = _date(day)
    found = edtf.parse(day)
    if found.earliest is None and found.latest is None:
        raise DateError(f"{day!r} has no year.", "Write it in full, for example 2022-10-04.")
    return day


def _date(text: str) -> str:
    try:
        return edtf.parse(text.strip()).text
    except DateError as error:
        raise DateError(f"{error.message}.", error.remedy) from None


def _date_or_none(text: str) -> str:
    return UNDATED if text.strip() == UNDATED else _date(text)


def one_line(text: str, most: int, what: str) -> str:
    """Return a text without line breaks and characters that cannot be seen.

    Raises StoreError where it is longer than `most` characters.
    """
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if len(line) > most:
        raise StoreError(f"{what} has at most {most} characters.", "Say it in fewer words.")
    return line


def _label(text: str) -> str:
    label = one_line(text, LONGEST_LABEL, "A label")
    if not label:
        raise StoreError("A label cannot be empty.", "Say what happened in a few words.")
    return label


def _kind(text: str) -> str:
    if text not in KINDS:
        raise StoreError(f"{text!r} is no kind.", f"Use one of {', '.join(KINDS)}.")
    return text


def _countries(text: str) -> str:
    codes = sorted(set(text.split()))
    unknown = [code for code in codes if code not in all_country_codes()]
    if codes == [NONE]:
        return NONE
    if unknown or not codes:
        raise StoreError(
            f"{', '.join(unknown) or 'Nothing'} is no country code.",
            "Use ISO 3166-1 alpha-3 codes such as NOR, or none.",
        )
    return " ".join(codes)


def _aside(text: str) -> str:
    if text != ASIDE:
        raise StoreError(f"{text!r} does not set anything aside.", f"Use {ASIDE}.")
    return text


def _event(text: str) -> str:
    if text != ALONE and not _PLACE.fullmatch(text):
        raise StoreError(f"{text!r} names no event.", f"Use {ALONE}, or the place of a report.")
    return text


Check = Callable[[str], str]
ARTICLE_FIELDS: Mapping[str, Check] = {"published_on": check_day}
"""The fields of an article, and what reads a value of each."""

REPORT_FIELDS: Mapping[str, Check] = {
    "date": _date_or_none,
    "label": _label,
    "kind": _kind,
    "countries": _countries,
    "aside": _aside,
    "event": _event,
}
"""The fields of a report, and what reads a value of each."""


def value_of(field: str, row: Mapping[str, Any]) -> str:
    """Return what a report row holds in a field, as it is written in a correction.

    >>> value_of("countries", {"countries": ("NOR", "PER")})
    'NOR PER'
    """
    if field == "aside":
        return "" if row["event_id"] else ASIDE
    if field == "countries":
        return " ".join(row["countries"]) or NONE
    if field == "event":
        return str(row["event_id"])
    return str(row[field]) or (UNDATED if field == "date" else "")
