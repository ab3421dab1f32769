"""Cuts a label to its length at the end of a phrase, and tidies what leaving out has left."""

import re
from dataclasses import dataclass
from functools import cache

from dashboard.extract.grammar import find_tokens
from dashboard.extract.happenings.cues import cue
from dashboard.extract.likeness import is_telling
from dashboard.extract.words import words_of
from dashboard.model import Span
from dashboard.rules import made_of_rules, read_table

LONGEST = 90
"""Characters a label may have."""

MOST_WORDS = 14
"""Words a label may have."""

_FEWEST = 3
_ALSO = ("that", "but")
_OPENING = frozenset(
    {"preposition", "relative", "subordinator", "after", "before", "during", "condition"}
)
_LOOSE = frozenset(("preposition", "determiner", "coordinator", "content", "subordinator", "after"))
_HELPING = frozenset(("relative", "be", "have", "modal", "future", "condition"))
_DANGLING = re.compile(r", [a-z]+ing$")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where a label may end: how many words and characters come before it."""

    words: int
    end: int


def shorten(label: str, verb: str = "") -> str:
    """Cut a label at the last clause or phrase boundary within its length, behind its verb.

    >>> shorten("The council met in the old hall by the harbour to talk of the flood that came")
    'The council met in the old hall by the harbour'
    """
    if len(label) <= LONGEST and len(label.split()) <= MOST_WORDS:
        return loose_end(label)
    cuts = next((c for c in (_usable(label, verb, o) for o in ("", *_ALSO)) if c), [])
    end = cuts[-1].end if cuts else label.rfind(" ", 0, LONGEST)
    return loose_end(_balanced(tidy(label[:end])))


def _usable(label: str, verb: str, opener: str = "") -> list[Cut]:
    """Return the cuts within a label's length, behind its verb and what that aims at.

    opener is a word that may open a cut beside those that always do.
    """
    told = label.find(verb, 0, LONGEST)
    bare = verb and label.startswith(f"{verb} to ", max(told, 0))
    least = told + len(f"{verb} ") if bare else told
    cuts = [c for c in _cuts(label, opener) if c.end <= LONGEST and c.end > least]
    return [c for c in cuts if _FEWEST <= c.words <= MOST_WORDS]


def loose_end(label: str) -> str:
    """Drop small words at the end that nothing follows ("… as of", "… and the").

    >>> loose_end("Four people were ill as of")
    'Four people were ill'
    """
    words = _DANGLING.sub("", label).split()
    while len(words) > _FEWEST and _is_loose(words[-1]):
        words.pop()
    while len(words) > 1 and "coordinator" in _jobs(words[-1]):
        words.pop()
    if len(words) > 1 and ("be" in _jobs(words[-1]) or words[-1] in words_of("starting")):
        words.pop()
    return tidy(" ".join(words))


def _is_loose(word: str) -> bool:
    """Say whether nothing follows a small word that needs it; "off" may belong to its verb."""
    return bool(_jobs(word) & (_LOOSE | _HELPING)) and word not in words_of("particle")


@made_of_rules
@cache
def _jobs(word: str) -> frozenset[str]:
    rows = read_table("function_words", ("word", "job"), ("word", "job"))
    return frozenset(row["job"] for row in rows if row["word"] == word)


def _cuts(label: str, opener: str) -> list[Cut]:
    cuts, count = [], 0
    quoted_to = 0
    for token in find_tokens(label, Span(0, len(label))):
        if "quotation" in token.jobs:
            count += len(token.text.split())
            quoted_to = token.span.end
            continue
        opens = token.lower == opener or (token.jobs & _OPENING and token.lower != "of")
        if (opens or token.text in ",;:–—") and token.span.start >= quoted_to:
            cuts.append(Cut(count, token.span.start))
        count += token.text[:1].isalnum()
    return [cut for cut in cuts if is_telling(_last_word(label[: cut.end]))]


def _last_word(words: str) -> str:
    found = re.findall(r"[^\W_]+", words)
    return found[-1] if found else ""


def _balanced(label: str) -> str:
    """Drop an opening quotation mark that the cut left without its partner."""
    for opening, closing in (("“", "”"), ("«", "»"), ("(", ")")):
        if label.count(opening) > label.count(closing):
            label = label[::-1].replace(opening[::-1], "", 1)[::-1]
    return label.replace('"', "", 1) if label.count('"') % 2 else label


def tidy(words: str) -> str:
    """Close up spaces and marks, and drop an adverb or a mark left at an end."""
    words = _SPACES.sub(" ", words).strip()
    words = re.sub(r"\s+([,.;:!?’”])", r"\1", words)
    words = re.sub(r"\s*\(\s*\)", "", words)
    words = re.sub(r",\s*,", ",", words)
    words = re.sub(r"(?:^[\s,;:–—-]+|[\s,;:.–—-]+$)", "", words)
    words = cue("left_time").sub("", words)
    return re.sub(r"\s[a-z]+ly$", "", words)
