"""Measures dated events on a folder of cases: python benchmarks/events.py FOLDER.

Each FOLDER/*.jsonl is a suite; each line of it a case with "id", "text", "published" (an ISO
day or null), "events" ([{"id", "span": [start, end], "kind", "lo_s", "hi_s", "lo_e", "hi_e"}]:
where the event is told, day, span or coarse or undated, and the first and last day on which it
can have begun and ended) and, where known, "order" ([[earlier id, later id]]). One row a suite:

day     one-day events with an entry on that very day whose quote holds the words
prec    entries that are right for an event in their quote, of those whose quote holds one
F1      of the share of events with a known day that are right, and prec
wrong   entries against every dated event in their quote: dates that are certainly false
kept    all events, dated or not, that some entry quotes; text: share of the text in quotes
order   pairs of events shown the wrong way round
words   median words of a label; weak: labels that begin with a pronoun or name a relative day
ms      milliseconds an article takes
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.adapters import events as find_events

COLUMNS = ("cases", "day", "prec", "F1", "wrong", "kept", "text", "order", "words", "weak", "ms")
KNOWN = ("day", "span", "coarse")
_WEAK = re.compile(
    r"^(?:he|she|it|they|this|that|these|those|his|her|their|its|we|i)\b|"
    r"\b(?:today|yesterday|tomorrow|tonight|ago|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:this|last|next) (?:week|month|year))\b",
    re.I,
)

Row = dict[str, Any]


def measure(cases: Iterable[Row]) -> dict[str, float]:
    """Return the figures of one suite by column."""
    counts: Counter[str] = Counter()
    lengths: list[int] = []
    for case in cases:
        began = time.perf_counter()
        entries = [e for e in find_events(case["text"], case["published"]) if e["start"]]
        counts["ms"] += round(1000 * (time.perf_counter() - began))
        counts["cases"] += 1
        _count_events(counts, case, entries)
        _count_entries(counts, case, entries)
        lengths += [len(e["label"].split()) for e in entries]
    return _figures(counts, lengths)


def _figures(counts: Counter[str], lengths: Sequence[int]) -> dict[str, float]:
    share = _share(counts, "known right", "known"), _share(counts, "right", "on known")
    recall, precision = share
    return {
        "cases": counts["cases"],
        "day": _share(counts, "day right", "day"),
        "prec": precision,
        "F1": 2 * recall * precision / (recall + precision) if recall + precision > 0 else 0.0,
        "wrong": _share(counts, "against", "on dated"),
        "kept": _share(counts, "kept", "events"),
        "text": _share(counts, "quoted", "letters"),
        "order": _share(counts, "reversed", "pairs"),
        "words": median(lengths) if lengths else 0,
        "weak": _share(counts, "weak", "entries"),
        "ms": counts["ms"] / max(1, counts["cases"]),
    }


def _share(counts: Counter[str], part: str, whole: str) -> float:
    return counts[part] / counts[whole] if counts[whole] else float("nan")


def _count_events(counts: Counter[str], case: Row, entries: Sequence[Row]) -> None:
    quoting = {e["id"]: [x for x in entries if _quotes(x, e)] for e in case["events"]}
    for event in case["events"]:
        right = any(_is_right(x, event) for x in quoting[event["id"]])
        counts["events"] += 1
        counts["kept"] += bool(quoting[event["id"]])
        for kind, belongs in (("known", event["kind"] in KNOWN), ("day", event["kind"] == "day")):
            counts[kind] += belongs
            counts[f"{kind} right"] += belongs and right
    for one, other in case.get("order", []):
        before, after = quoting.get(one), quoting.get(other)
        if before and after:
            counts["pairs"] += 1
            counts["reversed"] += all(y["end"] < x["start"] for x in before for y in after)


def _count_entries(counts: Counter[str], case: Row, entries: Sequence[Row]) -> None:
    quoted: set[int] = set()
    for entry in entries:
        inside = [e for e in case["events"] if _quotes(entry, e)]
        known = [e for e in inside if e["kind"] in KNOWN]
        dated = [e for e in inside if e.get("lo_s") or e.get("hi_e")]
        quoted.update(range(entry["quote_start"], entry["quote_end"]))
        counts["entries"] += 1
        counts["weak"] += bool(_WEAK.search(entry["label"]))
        counts["on known"] += bool(known)
        counts["right"] += any(_is_right(entry, e) for e in known)
        counts["on dated"] += bool(dated)
        counts["against"] += bool(dated) and all(_is_against(entry, e) for e in dated)
    counts["quoted"] += len(quoted)
    counts["letters"] += len(case["text"])


def _quotes(entry: Row, event: Row) -> bool:
    start, end = event["span"]
    return bool(entry["quote_start"] <= start and end <= entry["quote_end"])


def _is_right(entry: Row, event: Row) -> bool:
    if event["kind"] == "coarse":
        return bool(event["lo_s"] <= entry["start"] and entry["end"] <= event["hi_e"])
    return bool(entry["start"] == event["lo_s"] and entry["end"] == event["lo_e"])


def _is_against(entry: Row, event: Row) -> bool:
    early = event.get("lo_s") and date.fromisoformat(entry["end"]) < _day(event["lo_s"])
    late = event.get("hi_e") and date.fromisoformat(entry["start"]) > _day(event["hi_e"])
    return bool(early or late)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def main(folder: str) -> int:
    """Print one table of all suites in a folder; return the exit code."""
    suites = sorted(Path(folder).glob("*.jsonl"))
    print(f"{'suite':16}" + "".join(f"{name:>8}" for name in COLUMNS))
    for path in suites:
        cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        if not all("events" in case for case in cases):
            continue
        found = measure(cases)
        cells = (
            f"{found[c]:8.0f}" if c in ("cases", "words", "ms") else f"{found[c]:8.3f}"
            for c in COLUMNS
        )
        print(f"{path.stem:16}" + "".join(cells))
    return 0 if suites else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python benchmarks/events.py FOLDER")
    sys.exit(main(sys.argv[1]))
