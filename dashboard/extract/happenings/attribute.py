"""Puts a happening in the place of the saying that only reports it.

"The navy said the ship had passed a test in March" tells of the test, in March; when the navy
said so is not told. "A ferry sank, the coast guard said" tells of the ferry. The happening
keeps its whole sentence, so that its source stands with it. What stands only on the word of one
person or country ("According to Berg, …") is alleged, and has that one for its speaker.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from dashboard.extract.happenings.cues import cue
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.extract.happenings.spoken import is_tag
from dashboard.model import Span

_PLAIN = "say"
_OWN = ("stated", "relative")
_TAKEN = ("", "article_day")


def attribute(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without sayings that only report; what they report has their speaker.

    A saying that others belong to stays, and so does one with a day where what it tells has none.
    """
    idle: dict[int, Candidate] = {}
    for saying in candidates:
        beside = [c for c in candidates if c.sentence == saying.sentence and not c.is_speech]
        if any(_only_reports(saying, c) or _is_tag(scene, saying, c) for c in beside):
            idle[saying.sentence] = saying
    kept = [c for c in candidates if idle.get(c.sentence) != c]
    told = [_told_by(c, idle[c.sentence]) if c.sentence in idle else c for c in kept]
    return [_on_the_word(scene, c) for c in told]


def _on_the_word(scene: Scene, told: Candidate) -> Candidate:
    """Return what a main clause tells "according to" one person or country as alleged by that."""
    main = told.verb is not None and told.verb.lead == "main" and not told.is_speech
    if not main or told.kind != "happened" or told.speaker:
        return told
    source = _source(scene, told.sentence)
    return replace(told, kind="alleged", speaker=source) if source else told


def _source(scene: Scene, number: int) -> str:
    """Return the person or country that "according to" names and nothing else, or ""."""
    sentence = scene.sentences[number].span
    for match in cue("on_word_of").finditer(scene.text, sentence.start, sentence.end):
        words = scene.words(Span(match.end(), sentence.end)).strip()
        named = re.split(r"[,.;:]", words, maxsplit=1)[0].strip()
        place = Span(match.end() + 1, match.end() + 1 + len(named))
        if scene.quoted(place, number) or not named:
            continue
        country = any(m.country_code and m.span.end == place.end for m in scene.mentions)
        if country and len(named.removeprefix("the ").split()) == 1:
            return named.removeprefix("the ")
        last = scene.people.by_surname.get(named.split()[-1], "")
        if last and named[0].isupper() and not cue("several_sources").search(named):
            return last
    return ""


def _told_by(told: Candidate, saying: Candidate) -> Candidate:
    return told if told.is_speech or told.speaker else replace(told, speaker=saying.speaker)


def _is_plain(saying: Candidate) -> bool:
    return saying.is_speech and saying.family == _PLAIN and not saying.further


def _only_reports(saying: Candidate, told: Candidate) -> bool:
    """Say whether a saying without a day of its own has a happening with one for its content."""
    past = saying.verb is not None and saying.verb.form == "past"
    content = told.verb is not None and told.verb.lead == "content"
    done = told.kind in ("happened", "denied") and told.date_source in _OWN
    follows = saying.trigger < told.trigger and saying.date_source in _TAKEN
    plain = _is_plain(saying) or (told.kind == "denied" and not saying.further)
    return saying.is_speech and plain and past and content and done and follows


def _is_tag(scene: Scene, saying: Candidate, told: Candidate) -> bool:
    """Say whether a saying of the same day only closes the sentence of a happening."""
    main = told.verb is not None and told.verb.lead == "main" and told.trigger < saying.trigger
    same_day = saying.date in ("", told.date) or saying.date_source == "article_day"
    return main and same_day and _is_plain(saying) and is_tag(scene, saying)
