"""Any words at all can be read: broken texts give fewer reports, never an error."""

import random

import pytest

from dashboard.extract import extract_reports
from dashboard.model import Article

WORDS = (
    "Norway Chad the army left on Monday . \n\n Rebels which had been held , according to Ann Berg "
    'said 3 May - 2019 and was handed a note who because of vote in Friday’s " ” “ then “No,” '
    "whose 1st next : ; — 2021 night of: told reporters Key dates • at (AP) OSLO by not were"
).split(" ")
THROWN = [
    " ".join(rng.choice(WORDS) for _ in range(rng.randrange(1, 45)))
    for rng in map(random.Random, range(600))
]


@pytest.mark.parametrize("text", ["was \n\n which Chad vote . “", "which left", "was \n\n which"])
def test_a_clause_may_begin_with_anything(text: str) -> None:
    """What has nothing before it has no subject there."""
    assert extract_reports([Article("a.txt", text, published_on="2021-03-10")]) is not None


def test_words_thrown_together_raise_nothing() -> None:
    """Whatever follows what, each quote found stands in the text to the letter."""
    for text in THROWN:
        for report in extract_reports([Article("a.txt", text, published_on="2021-03-10")]):
            assert text[report.quote.span.start : report.quote.span.end] == report.quote.exact
