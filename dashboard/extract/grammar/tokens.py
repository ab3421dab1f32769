"""Cuts a sentence into words and marks, and gives small words the jobs they can do."""

import re
from dataclasses import dataclass
from functools import cache

from dashboard.extract.grammar.conjugation import verb_forms
from dashboard.extract.sentences import find_marked
from dashboard.model import Span
from dashboard.rules import made_of_rules, read_table

_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+\b|[^\W_]+(?:[.'’-][^\W_]+)*['’]?|[^\w\s]")
_SPEECH_WORDS = 3
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a sentence, with the jobs that function_words.csv gives it."""

    span: Span
    text: str
    jobs: frozenset[str]

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.text.lower()


def find_tokens(text: str, within: Span) -> tuple[Token, ...]:
    """Return the words and marks of a span; each quotation of three words or more is one token.

    >>> [t.text for t in find_tokens("He said, “No, we do not agree.”", Span(0, 31))]
    ['He', 'said', ',', '“No, we do not agree.”']
    """
    quoted = [
        q for q in find_marked(text, within) if len(text[q.start : q.end].split()) >= _SPEECH_WORDS
    ]
    tokens, at = [], within.start
    while at < within.end:
        if quoted and at >= quoted[0].start:
            span = quoted.pop(0)
            tokens.append(Token(span, text[span.start : span.end], frozenset({"quotation"})))
            at = span.end
            continue
        match = _TOKEN.search(text, at, within.end)
        if not match:
            break
        if quoted and match.start() >= quoted[0].start:
            at = quoted[0].start
            continue
        tokens.append(_token(match.group(), match.start()))
        at = match.end()
    return tuple(tokens)


def _token(word: str, start: int) -> Token:
    jobs = _jobs().get(word.lower().replace("’", "'"), frozenset())
    if word.lower().replace("’", "'").endswith("n't"):
        jobs |= {"negation"} | _jobs().get(word[:-3].lower(), frozenset())
    return Token(Span(start, start + len(word)), word, jobs)


@made_of_rules
@cache
def _jobs() -> dict[str, frozenset[str]]:
    jobs: dict[str, set[str]] = {}
    for row in read_table("function_words", ("word", "job"), ("word", "job")):
        jobs.setdefault(row["word"], set()).add(row["job"])
    return {word: frozenset(found) for word, found in jobs.items()}


def is_adverb(token: Token) -> bool:
    """Say whether a token is an adverb, by its job or its ending."""
    if token.jobs & {"habit", "state", "alleged", "adverb"}:
        return True
    ending = token.text.endswith("ly") and token.text.islower() and len(token.text) >= _SHORTEST
    return ending and "noun" not in token.jobs and token.text not in verb_forms()
