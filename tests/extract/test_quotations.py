"""Direct speech and its speakers."""

import json
import tomllib
from typing import Any

import pytest
from gold_measures import GOLD

from dashboard.extract.quotations import Quotation, find_quotations

SPEECH = [
    # tag after, before, inverted; the speaker of the run before
    ("“We will rebuild the bridge,” Mayor Ana Costa said.", ["Mayor Ana Costa"]),
    ('"We will rebuild the bridge," said the mayor.', ["the mayor"]),
    ("“We will rebuild it all,” gushed the mayor.", ["the mayor"]),
    ("The mayor said: “We will rebuild the bridge.”", ["The mayor"]),
    ("The mayor warned that “the bridge may fall soon”.", ["The mayor"]),
    ("“It fell at dawn,” Costa said. “Nobody was on it then.”", ["Costa", "Costa"]),
    # doubled ticks and single marks, apostrophes inside
    ("``We will rebuild the bridge,'' the mayor said.", ["the mayor"]),
    ("‘It’s the mayor’s bridge,’ said Costa.", ["Costa"]),
    # a label, a lead-in, a source
    ("Ana Costa: “We will rebuild it all.”", ["Ana Costa"]),
    ("The mayor was blunt: “We have no money left.”", ["The mayor"]),
    ("According to the report, “nobody saw the bridge fall”.", ["the report"]),
    # nobody speaks
    ("A ship called “Star of the Sea” sank.", [None]),
    # titles and scare quotes are no speech
    ("The “so-called” experts left.", []),
]
TEXTS = json.loads((GOLD / "quotations.json").read_text(encoding="utf-8"))
FLOORS = tomllib.loads((GOLD / "floors.toml").read_text(encoding="utf-8"))["quotations"]


@pytest.mark.parametrize(("text", "speakers"), SPEECH)
def test_quotations_have_their_speaker_as_written(text: str, speakers: list[str | None]) -> None:
    """Each run of three words or more is found, with the words that name who speaks."""
    found = [q.speaker and text[q.speaker.start : q.speaker.end] for q in find_quotations(text)]
    assert found == speakers


def test_speakers_are_resolved_within_the_text() -> None:
    """A pronoun is the last person, a surname the full name; what was written is kept."""
    text = (
        "Ana Costa opened the bridge. “It will hold this time,” she said.\n\n"
        "“Costs were a third higher,” Costa added."
    )
    assert [q.name for q in find_quotations(text)] == ["Ana Costa", "Ana Costa"]


def _matching(text: str, words: str) -> Quotation | None:
    at = text.index(words)
    return next((q for q in find_quotations(text) if q.span.start <= at < q.span.end), None)


def _is_right(text: str, quotation: Quotation, marked: dict[str, Any]) -> bool:
    given, wanted = quotation.speaker, marked["speaker"]
    if given is None or wanted is None:
        return given is None and wanted is None
    words = text[given.start : given.end]
    return words in wanted or wanted in words


def test_marked_quotations_are_found_and_attributed() -> None:
    """On sixty marked quotations in six styles the shares stay at or above their floors."""
    marked = [(t["text"], q) for t in TEXTS for q in t["quotes"]]
    found = [(text, q, _matching(text, q["words"])) for text, q in marked]
    hits = [(text, q, m) for text, q, m in found if m]
    right = [q for text, q, m in hits if _is_right(text, m, q)]
    named = [(q, m) for _, q, m in hits if q["name"] is not None]
    reached = {
        "found": len(hits) / len(marked),
        "speaker": len(right) / len(marked),
        "name": sum(q["name"] == m.name for q, m in named) / len(named),
    }
    assert len(marked) >= 60
    assert len({t["style"] for t in TEXTS}) == 6
    assert {k: v for k, v in FLOORS.items() if reached[k] < v} == {}, reached
