"""Keeps a timeline readable: where an article tells very much, its least telling parts go.

Only happenings whose day is taken from the article or its publication can go: comment in direct
speech first, other plain sayings next, then calls and reactions, what stands last before what
stands first. Nothing that a date word dates goes.
"""

from collections.abc import Sequence

from dashboard.extract.happenings.scene import Candidate, Scene

WORDS_EACH = 25
"""Words of an article for each report it may have."""

COMMENT_EACH = 120
"""Words of an article for each comment in direct speech it may have."""

_FEWEST = 8
_PLAIN = "say"
_TAKEN = ("article_day", "publication")


def least_telling(scene: Scene, candidates: Sequence[Candidate]) -> frozenset[int]:
    """Return the places of the candidates that an article of this length has no room for."""
    words = len(scene.text.split())
    dated = [n for n, c in enumerate(candidates) if c.date]
    spare = [n for n in dated if candidates[n].date_source in _TAKEN]
    comment = [n for n in spare if _is_comment(scene, candidates[n])]
    gone = comment[max(1, words // COMMENT_EACH) :]
    left = [n for n in spare if n not in gone]
    left.sort(key=lambda n: (n in comment, *_saying(candidates[n]), candidates[n].sentence))
    over = len(dated) - len(gone) - max(_FEWEST, words // WORDS_EACH)
    return frozenset([*gone, *left[max(0, len(left) - max(0, over)) :]])


def _is_comment(scene: Scene, candidate: Candidate) -> bool:
    """Say whether somebody is only quoted: most of the sentence is direct speech."""
    sentence = scene.sentences[candidate.sentence].span
    quoted = sum(q.end - q.start for q in scene.quotations[candidate.sentence])
    return _is_plain(candidate) and quoted * 2 > sentence.end - sentence.start


def _saying(candidate: Candidate) -> tuple[bool, bool]:
    """Put plain sayings behind other ones, and those behind deeds."""
    return _is_plain(candidate), candidate.is_speech


def _is_plain(candidate: Candidate) -> bool:
    return candidate.is_speech and candidate.family == _PLAIN
