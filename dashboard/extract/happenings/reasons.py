"""Says of a report why its sentence was chosen, why it is of its kind, how its label was made."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.model import Span, Step

_FORMS = {
    "past": "is in the past tense",
    "imperfect": "tells what went on",
    "perfect": "is in the present perfect",
    "pluperfect": "is in the past perfect",
    "present": "is in the present tense",
    "progressive": "tells what goes on",
    "future": "tells what is to come",
    "modal": "tells what could or should be",
}
_MARKS = ".,;:!?…“”\"'’()–—"
_SHOWN = 6


def reasons(scene: Scene, candidate: Candidate, label: str) -> tuple[Step, ...]:
    """Return one step each for the sentence, the kind and the label of a report."""
    words = scene.words(candidate.trigger)
    return (
        Step("sentence", words, " ".join(_chosen(scene, candidate)), candidate.trigger),
        Step("kind", words, _kind(candidate, words), candidate.trigger),
        Step("label", label, _made(scene, candidate, label)),
    )


def _chosen(scene: Scene, candidate: Candidate) -> Iterator[str]:
    words, verb = scene.words(candidate.trigger), candidate.verb
    if verb is None:
        yield f"“{words}” names a happening."
    else:
        clause = "main clause" if verb.lead == "main" else "side clause"
        told = "that something was said" if candidate.is_speech else "what happens"
        yield f"“{words}” tells in a {clause} {told}."
    if candidate.speaker and not candidate.is_speech:
        yield f"{candidate.speaker} says so; when is not told."
    if candidate.further:
        more = len(candidate.further)
        yield f"{more} more {'sentence tells' if more == 1 else 'sentences tell'} of it."


def _kind(candidate: Candidate, words: str) -> str:
    verb = candidate.verb
    if candidate.kind == "denied":
        return f"“{words}” is negated."
    if candidate.kind == "alleged" and not (verb and verb.alleged):
        return f"It stands on the word of {candidate.speaker}."
    if candidate.kind == "alleged":
        return f"A word by “{words}” says that it is not certain."
    if verb is None:
        return f"“{words}” names something done, not something to come."
    form = f"“{words}” {_FORMS[verb.form]}"
    if candidate.kind == "planned" and verb.form not in ("future", "progressive"):
        return f"{form}, and its day lies ahead."
    if candidate.kind == "background":
        return f"{form} and describes a state."
    return f"{form}."


def _made(scene: Scene, candidate: Candidate, label: str) -> str:
    """Say which words of the telling the label leaves out, and which it puts in their place."""
    told = _plain(scene.words(_source(scene, candidate)))
    shown = _plain(label)
    same = SequenceMatcher(None, [w.lower() for w in told], [w.lower() for w in shown], False)
    left, replaced = [], []
    for what, a, b, c, d in same.get_opcodes():
        if what == "replace":
            replaced.append(f"{_few(shown[c:d])} stands for {_few(told[a:b])}")
        elif what == "insert":
            replaced.append(f"{_few(shown[c:d])} is added")
        elif what == "delete":
            left.append(_few(told[a:b]))
    parts = [f"Left out: {', '.join(left)}"] if left else []
    parts += ["; ".join(replaced)] if replaced else []
    return f"{'. '.join(parts) or 'All words of the clause'}."


def _source(scene: Scene, candidate: Candidate) -> Span:
    """Return the stretch of text that a label is made from."""
    sentence, subject = scene.sentences[candidate.sentence].span, candidate.subject
    if candidate.is_speech:
        return sentence
    start = candidate.label_span.start
    if subject and sentence.start <= subject.start < start:
        start = subject.start
    return Span(start, candidate.label_span.end)


def _plain(words: str) -> list[str]:
    return [word for word in (w.strip(_MARKS) for w in words.split()) if word]


def _few(words: list[str]) -> str:
    """Write some words as a quotation, those in the middle of many left out."""
    if len(words) > _SHOWN:
        words = [*words[: _SHOWN // 2], "…", *words[-_SHOWN // 2 :]]
    return f"“{' '.join(words)}”"
