"""Puts a dated happening in the place of the saying that only reports it.

"The navy said the ship had passed a test in March" tells of the test, in March; when the navy
said so is not told. The happening keeps its whole sentence, so that its source stands with it.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from dashboard.extract.happenings.scene import Candidate

_PLAIN = "say"
_OWN = ("stated", "relative")
_TAKEN = ("", "article_day")


def attribute(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without sayings that only report; what they report has their speaker.

    A saying that others belong to, or that a date word dates, stays.
    """
    kept: list[Candidate] = []
    speaker = ""
    for candidate, following in zip_longest(candidates, candidates[1:]):
        if following and _only_reports(candidate, following):
            speaker = candidate.speaker
        else:
            kept.append(replace(candidate, speaker=speaker) if speaker else candidate)
            speaker = ""
    return kept


def _only_reports(saying: Candidate, told: Candidate) -> bool:
    """Say whether a saying without a day of its own has a happening with one for its content."""
    plain = saying.is_speech and saying.family == _PLAIN and not saying.further
    past = saying.verb is not None and saying.verb.form == "past"
    content = told.verb is not None and told.verb.lead == "content" and not told.is_speech
    done = told.kind == "happened" and told.date_source in _OWN
    taken = saying.date_source in _TAKEN
    return plain and past and taken and content and done and saying.sentence == told.sentence
