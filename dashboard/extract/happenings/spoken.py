"""Makes the label of direct speech: who says it, the verb, and the first words said.

Date words that mean another day on another day ("today") are left out of what is said, as
three points show; so is what the label has no room for.
"""

import re

from dashboard.extract.grammar import Verb, find_tokens
from dashboard.extract.happenings.cues import cue
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.extract.happenings.shorten import LONGEST, MOST_WORDS, loose_end
from dashboard.extract.words import words_of
from dashboard.model import Span

_SHORTEST_RUN = 4
_SHORTEST_SAID = 3
_LONGEST_ADDRESSED = 5
_BEHIND_ADDRESSED = frozenset(
    (
        "preposition",
        "coordinator",
        "content",
        "relative",
        "subordinator",
        "after",
        "before",
        "during",
    )
)


def spoken_label(scene: Scene, candidate: Candidate) -> str:
    """Return a label like "Ana Costa said: “We open…”", or "" where nothing is quoted."""
    verb, run = candidate.verb, _run(scene, candidate)
    if verb is None or run is None or candidate.subject is None:
        return ""
    who = _who(scene, candidate)
    lead = f"{who} {scene.words(verb.span)}{_addressed(scene, verb)}: "
    said = _said(scene, run, MOST_WORDS - len(lead.split()), LONGEST - len(lead) - 3)
    return f"{lead}“{said}”" if len(said.split()) >= _SHORTEST_SAID else ""


def is_tag(scene: Scene, saying: Candidate) -> bool:
    """Say whether a saying only closes its sentence ("…, the coast guard said on Tuesday")."""
    if not saying.is_speech or saying.subject is None or saying.subject > saying.trigger:
        return False
    sentence = scene.sentences[saying.sentence].span
    before = scene.text[sentence.start : saying.subject.start].rstrip()
    words = scene.text[saying.trigger.end : sentence.end]
    for expression in scene.expressions:
        if Span(saying.trigger.end, sentence.end).overlaps(expression.span):
            words = words.replace(scene.words(expression.span), "")
    words = cue("in_statement").sub("", words)
    return before.endswith(",") and len(re.findall(r"\w+", words)) <= 1


def _run(scene: Scene, candidate: Candidate) -> Span | None:
    """Return the run of direct speech that a saying's tag closes or opens."""
    verb = candidate.verb
    if verb is None or not candidate.is_speech:
        return None
    for run in scene.quotations[candidate.sentence]:
        if len(scene.words(run).split()) < _SHORTEST_RUN:
            continue
        between = scene.text[run.end : verb.span.start]
        if run.end <= verb.span.start and _is_tag(scene, candidate, between):
            return run
        lead = scene.text[verb.span.end : run.start].strip()
        if verb.span.end <= run.start and (not lead or lead[-1] in ",:") and "," not in lead[:-1]:
            return run
    return None


def _is_tag(scene: Scene, candidate: Candidate, between: str) -> bool:
    """Say whether only the speaker stands between a run and the verb."""
    if not between.strip(" ,"):
        return True
    subject = candidate.subject
    return subject is not None and between.strip(" ,").startswith(scene.words(subject)[:12])


def _who(scene: Scene, candidate: Candidate) -> str:
    words = scene.words(candidate.subject) if candidate.subject else ""
    if candidate.speaker and len(candidate.speaker.split()) <= len(words.split()) + 1:
        return candidate.speaker
    return loose_end(words.split(",")[0])


def _addressed(scene: Scene, verb: Verb) -> str:
    """Return who is told, with a space before it, for a verb that needs it ("told reporters")."""
    if verb.lemma not in words_of("addressing"):
        return ""
    words: list[str] = []
    for token in find_tokens(scene.text, Span(verb.head.end, verb.clause.end)):
        dated = any(token.span.overlaps(e.span) for e in scene.expressions)
        if dated or not token.text[:1].isalnum() or token.jobs & _BEHIND_ADDRESSED:
            break
        words.append(token.text)
    return "".join(f" {word}" for word in words[:_LONGEST_ADDRESSED])


def _said(scene: Scene, run: Span, most: int, longest: int) -> str:
    """Return the first words of a run without date words, at most so many words and letters."""
    text, at, pieces = scene.text, run.start + 1, []
    for expression in scene.expressions:
        if expression.span.within(run) and expression.relative:
            pieces.append(text[at : expression.span.start])
            at = expression.span.end
    pieces.append(text[at : run.end - 1])
    said = re.sub(r"\s+", " ", " … ".join(pieces)).strip(" ,")
    words = said.split()
    kept = words[: max(0, most)]
    while kept and len(" ".join(kept)) > longest:
        kept.pop()
    if len(kept) == len(words):
        return said.rstrip(".")
    return f"{loose_end(' '.join(kept)).rstrip(' …')}…"
