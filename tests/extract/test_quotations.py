"""Direct speech and its speakers."""

import pytest

from dashboard.extract.quotations import find_quotations

SPEECH = [
    # tag after, before, inverted; the speaker of the run before
    ("“We will rebuild the bridge,” Mayor Ana Costa said.", ["Mayor Ana Costa"]),
    ('"We will rebuild the bridge," said the mayor.', ["the mayor"]),
    ("The mayor said: “We will rebuild the bridge.”", ["The mayor"]),
    ("The mayor warned that “the bridge may fall soon”.", ["The mayor"]),
    ("“It fell at dawn,” Costa said. “Nobody was on it then.”", ["Costa", "Costa"]),
    # nobody speaks
    ("A ship called “Star of the Sea” sank.", [None]),
    # titles and scare quotes are no speech
    ("The “so-called” experts left.", []),
]


@pytest.mark.parametrize(("text", "speakers"), SPEECH)
def test_quotations_have_their_speaker_as_written(text: str, speakers: list[str | None]) -> None:
    """Each run of three words or more is found, with the words that name who speaks."""
    found = [q.speaker and text[q.speaker.start : q.speaker.end] for q in find_quotations(text)]
    assert found == speakers
