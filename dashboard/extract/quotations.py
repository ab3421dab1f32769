"""Finds direct speech and who speaks.

Marks: straight, curly, low and angled ones; a speech that runs on into the next
paragraph without closing. Runs under three words are titles or scare quotes, not speech.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.extract.grammar import Verb, find_verbs
from dashboard.extract.sentences import Sentence, find_marked, split_sentences
from dashboard.model import Span

_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Quotation:
    """A run of direct speech, marks included, its speaker as written, and the rule used."""

    span: Span
    speaker: Span | None
    rule: str


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the runs of direct speech in order.

    >>> q = find_quotations("“We will not go there,” Anna Lee said.")[0]
    >>> "“We will not go there,” Anna Lee said."[q.speaker.start:q.speaker.end]
    'Anna Lee'
    """
    found: list[Quotation] = []
    paragraph, last_speaker = -1, None
    for sentence in split_sentences(text):
        carried = last_speaker if sentence.paragraph == paragraph else None
        verbs = find_verbs(text, sentence.span)
        for run in find_marked(text, sentence.span):
            if len(text[run.start : run.end].split()) >= _SHORTEST:
                speaker, rule = attribute(text, sentence, run, verbs)
                if speaker is None and carried:
                    speaker, rule = carried, "same_paragraph"
                found.append(Quotation(run, speaker, rule))
                carried = speaker or carried
        last_speaker, paragraph = carried, sentence.paragraph
    return tuple(found)


def attribute(
    text: str, sentence: Sentence, run: Span, verbs: Sequence[Verb]
) -> tuple[Span | None, str]:
    """Return who speaks a run, by the speech verb after it or before it."""
    speech = [v for v in verbs if v.verb_class == "speech" and v.subject and v.form != "modal"]
    after = [v for v in speech if v.span.start >= run.end]
    before = [v for v in speech if v.span.end <= run.start and not _names(text, v, run)]
    closed = text[run.end - 2 : run.end - 1] in ".!?"
    if after and not closed:
        return after[0].subject, "tag_after"
    if before:
        return before[-1].subject, "verb_before"
    if after:
        return after[0].subject, "verb_after"
    return None, "none"


def _names(text: str, verb: Verb, run: Span) -> bool:
    """Say whether a verb only gives something its name: "a ship called “Star of the Sea”"."""
    return verb.family == "request" and not text[verb.span.end : run.start].strip()
