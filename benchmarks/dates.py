"""Scores the date tagger on annotated news, beside dateparser's search, in one run.

    python benchmarks/dates.py FOLDER [FOLDER …]

A folder holds TimeML files (.tml, .xml), as those of TempEval-3, NewsReader MEANTIME or
WikiWars in that form. dateparser is needed by this file only and is not among the project's
requirements; without it our row stands alone:

    pip install dateparser==1.5.0

Extents are those of the words inside TIMEX3 or TIMEX2 tags, one to one with what a system
finds, equal extents first. F1 in percent of
    strict    same extent            relaxed   overlapping extents
    type      overlapping, same type (DATE, TIME, DURATION, SET)
    value     overlapping, same TIMEX3 value
    calendar  as value, of mentions that name a place in the calendar: 2013, 2013-W12, 199
and the characters read per second of CPU time on one core.
"""

import argparse
import html
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

TAG = re.compile(r"<!--.*?-->|<(/?)([A-Za-z][\w.]*)([^<>]*?)(/?)>|<[?!][^>]*>", re.S)
ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
BODY = re.compile(r"<TEXT\b[^>]*>(.*)</TEXT>", re.S | re.I)
HEAD = re.compile(r"<(DCT|DATETIME|DATE_TIME)\b[^>]*>(.*?)</\1>", re.S | re.I)
VALUE = re.compile(r"\b(?:value|val)\s*=\s*\"(\d{4}-\d\d-\d\d)", re.I)
CREATION = re.compile(
    r"<TIMEX3[^>]*functionInDocument=\"(?:CREATION|PUBLICATION)_TIME\"[^>]*>", re.I
)
SCORES = ("strict", "relaxed", "type", "value")


class Mention(NamedTuple):
    start: int
    end: int
    kind: str
    value: str

    @property
    def names_calendar(self) -> bool:
        return self.kind in ("DATE", "TIME") and bool(re.match(r"(?:BC)?\d{2}", self.value))


@dataclass(frozen=True)
class Document:
    text: str
    published: date | None
    gold: tuple[Mention, ...]


def read_document(path: Path) -> Document:
    """Read the plain text inside TEXT, the outermost tags in it, and the creation day."""
    raw = path.read_text("utf-8-sig", errors="replace")
    body = BODY.search(raw)
    pieces: list[str] = []
    opened: list[tuple[int, dict[str, str]]] = []
    gold: list[Mention] = []
    length = position = 0
    inner = body[1] if body else raw
    for tag in TAG.finditer(inner):
        pieces.append(html.unescape(inner[position : tag.start()]))
        length, position = length + len(pieces[-1]), tag.end()
        if not (tag[2] or "").upper().startswith("TIMEX") or tag[4]:
            continue
        if not tag[1]:
            opened.append((length, {k.lower(): a or b for k, a, b in ATTRIBUTE.findall(tag[3])}))
        elif opened:
            start, said = opened.pop()
            if not opened and length > start:
                gold.append(_gold(start, length, said))
    pieces.append(html.unescape(inner[position:]))
    return Document("".join(pieces), _published(raw), tuple(sorted(gold)))


def _gold(start: int, end: int, said: dict[str, str]) -> Mention:
    value = html.unescape(said.get("value") or said.get("val") or "")
    return Mention(start, end, said.get("type", "").upper() or _kind(value, said), value)


def _kind(value: str, said: dict[str, str]) -> str:
    """TIMEX2 has no type: take it from the value."""
    if said.get("set", "").upper() in ("YES", "Y"):
        return "SET"
    if value.startswith("P") and not value.startswith(("PA", "PR")):
        return "DURATION"
    return "TIME" if "T" in value[4:] else "DATE"


def _published(raw: str) -> date | None:
    head = HEAD.search(raw)
    found = VALUE.search(head[2]) if head else None
    if found is None:
        own = CREATION.search(raw)
        found = VALUE.search(own[0]) if own else None
    return date.fromisoformat(found[1]) if found else None


def paired(gold: tuple[Mention, ...], given: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield one-to-one pairs: equal extents first, then the largest overlap."""
    options = sorted(
        (g[:2] != s[:2], max(g.start, s.start) - min(g.end, s.end), i, j)
        for i, g in enumerate(gold)
        for j, s in enumerate(given)
        if g.start < s.end and s.start < g.end
    )
    used_gold, used_given = set(), set()
    for _, _, i, j in options:
        if i not in used_gold and j not in used_given:
            used_gold.add(i)
            used_given.add(j)
            yield gold[i], given[j]


@dataclass
class Score:
    gold: int = 0
    given: int = 0
    right: Counter[str] = field(default_factory=Counter)

    def add(self, gold: tuple[Mention, ...], given: list[Mention]) -> None:
        self.gold += len(gold)
        self.given += len(given)
        for one, other in paired(gold, given):
            self.right.update(
                strict=one[:2] == other[:2],
                relaxed=1,
                type=one.kind == other.kind,
                value=one.value == other.value,
            )

    def f1(self, what: str) -> float:
        return 200 * self.right[what] / max(1, self.gold + self.given)


System = Callable[[str, date | None], list[Mention]]


def ours(text: str, published: date | None) -> list[Mention]:
    from dashboard.extract.dates import find_dates

    found = find_dates(text, str(published or ""), ranges=False)
    return [Mention(d.span.start, d.span.end, d.kind, d.value) for d in found]


def dateparser_search(text: str, published: date | None) -> list[Mention]:
    """Place what dateparser finds in the text; its answers are days, months or years."""
    from dateparser.search import search_dates  # type: ignore[import-untyped]

    base = datetime.combine(published or date(2000, 1, 1), time())
    found = search_dates(text, languages=["en"], settings={"RELATIVE_BASE": base}) or []
    mentions, position = [], 0
    for words, moment in found:
        start = text.find(words, position)
        if start >= 0:
            position = start + len(words)
            mentions.append(Mention(start, position, *_timex(words, moment)))
    return mentions


def _timex(words: str, moment: Any) -> tuple[str, str]:
    """Give dateparser's moment the precision that the words show."""
    if re.search(r"\d:\d\d|\d\s*[ap]\.?m", words, re.I):
        return "TIME", f"{moment:%Y-%m-%dT%H:%M}"
    if re.fullmatch(r"\D*\d{4}", words) and not re.search(r"[^\W\d]{3}", words):
        return "DATE", f"{moment:%Y}"
    if re.fullmatch(r"(?:in\s+)?[^\W\d]{3,9}\.?,?(?:\s+\d{4})?", words) and not re.search(
        r"day|now|morrow", words, re.I
    ):
        return "DATE", f"{moment:%Y-%m}"
    if re.search(r"years?\b", words):
        return "DATE", f"{moment:%Y}"
    if re.search(r"months?\b", words):
        return "DATE", f"{moment:%Y-%m}"
    return "DATE", f"{moment:%Y-%m-%d}"


def scored(documents: list[Document], system: System) -> str:
    """Run a system over the documents and return its row of the table."""
    every, calendar, seconds = Score(), Score(), 0.0
    system("It happened on Tuesday, 5 March 2013.", date(2013, 3, 8))  # Loads what it needs.
    for document in documents:
        begin = process_time()
        found = system(document.text, document.published)
        seconds += process_time() - begin
        given = sorted(set(found))
        every.add(document.gold, given)
        unvalued = [g for g in document.gold if not g.value]
        calendar.add(
            tuple(g for g in document.gold if g.names_calendar),
            [s for s in given if s.names_calendar and not _on(s, unvalued)],
        )
    speed = sum(len(d.text) for d in documents) / max(seconds, 1e-9)
    cells = [f"{every.f1(what):.1f}" for what in SCORES]
    return " | ".join([*cells, f"{calendar.f1('value'):.1f}", f"{round(speed, -3):,.0f}"])


def _on(mention: Mention, others: list[Mention]) -> bool:
    return any(o.start < mention.end and mention.start < o.end for o in others)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    folders = parser.parse_args().folders
    print("| set | system | strict | relaxed | type | value | calendar | characters/s |")
    print("|---|---|---|---|---|---|---|---|")
    for folder in folders:
        files = sorted(p for p in folder.rglob("*") if p.suffix in (".tml", ".xml"))
        documents = [read_document(path) for path in files]
        name = f"{folder.name} ({len(documents)} documents)"
        print(f"| {name} | Dateline | {scored(documents, ours)} |")
        try:
            print(f"| {name} | dateparser | {scored(documents, dateparser_search)} |")
        except ImportError:
            print("dateparser is not installed; see --help.", file=sys.stderr)


if __name__ == "__main__":
    main()
