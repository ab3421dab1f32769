"""Looks for rows that cannot be right in the country and organisation tables."""

from collections.abc import Collection, Iterator

from dashboard.countries import all_country_codes
from dashboard.edtf import earliest, latest
from dashboard.errors import TimelineError
from dashboard.extract.countries.fold import fold
from dashboard.extract.countries.table import (
    CASES,
    CONTEXTS,
    FIRST_WORD,
    KINDS,
    country_rows,
    evidence,
)
from dashboard.members import COLUMNS, KEY
from dashboard.rules import Row, read_table, read_toml


def check_table() -> list[str]:
    """Return one sentence for each bad row: unknown code or kind, surface twice, bad member."""
    organisations = read_toml("organisations")
    names = {str(entry.get("name", "")) for entry in organisations["organisation"]}
    return [
        *check_rows(country_rows()),
        *check_organisations(organisations),
        *check_members(read_table("members", COLUMNS, key=KEY), names),
    ]


def check_rows(rows: tuple[Row, ...]) -> list[str]:
    """Return what is wrong in rows of countries.csv, with their places."""
    problems = [f"{row['where']}: {problem}" for row in rows for problem in _row(row)]
    seen: dict[str, Row] = {}
    for row in rows:
        old = seen.setdefault(fold(row["surface"])[0], row)
        if old is not row and old["country_code"] != row["country_code"]:
            problems.append(
                f"{row['where']}: {row['surface']} means"
                f" {old['country_code'] or 'no country'} in {old['where']}"
            )
    unknown = set(evidence()) - {row["surface"] for row in rows if "evidence" in row["context"]}
    problems += [f"country_evidence.csv: {name} is not marked evidence" for name in sorted(unknown)]
    return problems


def _row(row: Row) -> Iterator[str]:
    code = row["country_code"]
    if not FIRST_WORD.match(fold(row["surface"])[0]):
        yield "the surface does not begin with a letter or digit"
    if (code == "") != (row["kind"] == "blocker"):
        yield "a blocker has no code, and every other kind has one"
    if code and code not in all_country_codes():
        yield f"the code {code} is unknown"
    if row["kind"] not in KINDS:
        yield f"the kind {row['kind']} is none of {', '.join(KINDS)}"
    if row["case"] not in CASES:
        yield f"the case {row['case']} is none of {', '.join(CASES)}"
    for word in set(row["context"].split()) - set(CONTEXTS):
        yield f"the context {word} is none of {', '.join(CONTEXTS)}"


def check_organisations(table: dict[str, list[dict[str, object]]]) -> list[str]:
    """Return what is wrong in organisations.toml: names and aliases twice, members in it."""
    problems: list[str] = []
    seen: dict[str, str] = {}
    for entry in table["organisation"]:
        name, place = str(entry.get("name", "")), entry.get("where", "organisations.toml")
        if not FIRST_WORD.match(name) or not isinstance(entry.get("aliases", []), list):
            problems.append(f"{place}: an organisation has a name, and aliases as a list")
            continue
        if "members" in entry:
            problems.append(f"{place}, {name}: members stand in members.csv, one a row")
        for alias in {name, *_strings(entry.get("aliases")), *_strings(entry.get("ambiguous"))}:
            if not FIRST_WORD.match(fold(alias)[0]):
                problems.append(f"{place}: {alias!r} does not begin with a letter or digit")
            if seen.setdefault(alias, name) != name:
                problems.append(f"{place}: {alias} means {seen[alias]} and {name}")
    return problems


def _strings(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def check_members(rows: tuple[Row, ...], names: Collection[str]) -> list[str]:
    """Return what is wrong in rows of members.csv, given the names of all organisations."""
    return [f"{row['where']}: {problem}" for row in rows for problem in _member(row, names)]


def _member(row: Row, names: Collection[str]) -> Iterator[str]:
    if row["organisation"] not in names:
        yield f"{row['organisation']} is no name in organisations.toml"
    if row["country_code"] not in all_country_codes():
        yield f"the code {row['country_code']} is unknown"
    try:
        first, last = latest(row["from"]), earliest(row["to"])
    except TimelineError:
        yield f"{row['from']} to {row['to']} are no two days"
        return
    if first is None:
        yield "it has no first day"
    elif last and last < first:
        yield f"the membership ends ({last}) before it surely begins ({first})"
