"""Keeps a timeline readable: where an article tells very much, its least telling parts go.

Only happenings whose day is taken from the article or its publication can go, sayings
first and what stands last before what stands first. Nothing that a date word dates goes.
"""

from collections.abc import Sequence

from dashboard.extract.happenings.scene import Candidate, Scene

WORDS_EACH = 27
"""Words of an article for each report it may have."""

_FEWEST = 7
_TAKEN = ("article_day", "publication")


def least_telling(scene: Scene, candidates: Sequence[Candidate]) -> frozenset[int]:
    """Return the places of the candidates that an article of this length has no room for."""
    room = max(_FEWEST, len(scene.text.split()) // WORDS_EACH)
    dated = [n for n, c in enumerate(candidates) if c.date]
    spare = [n for n in dated if candidates[n].date_source in _TAKEN]
    spare.sort(key=lambda n: (candidates[n].is_speech, candidates[n].sentence))
    return frozenset(spare[max(0, len(spare) - max(0, len(dated) - room)) :])
