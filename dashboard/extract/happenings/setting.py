"""Says in which country a telling goes on that names none itself.

"Gunmen raided a farm in Chad. The army chased them": it is the one country of the paragraph that
the headline or the first sentence names too, or else the one that these name and that was named
last. Where another place is named, or two countries, none is sure.
"""

import re
from collections.abc import Iterable

from dashboard.extract.countries import find_roles
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.extract.sentences import dateline_end
from dashboard.model import CountryMention, CountryRole, Span

_PLACE = re.compile(
    r"\b(?:in|at|near|off|from|to|into|outside|around|across|towards?) (?:the )?(?=[A-ZÀ-Þ])"
)


def setting_of(scene: Scene, candidate: Candidate) -> tuple[CountryRole, ...]:
    """Return the country that the words around a happening tell of, as involved, where one does."""
    sentence = scene.sentences[candidate.sentence]
    if candidate.is_speech or _names_place(scene, sentence.span):
        return ()
    told = Span(0, candidate.trigger.start)
    before = [m for m in scene.mentions if m.country_code and m.span.within(told)]
    start = next(s.span.start for s in scene.sentences if s.paragraph == sentence.paragraph)
    beside = [m for m in before if m.span.start >= start]
    opening = [m for m in before if m.span.end <= _opening_end(scene)]
    codes = {m.country_code for m in opening}
    near = beside or (before[-1:] if len(codes) == 1 else [])
    here = {m.country_code for m in near}
    if len(here) != 1 or not here <= codes:
        return ()
    return _involved(scene, [m for m in [*near, *opening] if m.country_code in here])


def _opening_end(scene: Scene) -> int:
    """Return where the first sentence ends that is no headline."""
    return next(s.span.end for s in scene.sentences if s.part == "body")


def _involved(scene: Scene, named: Iterable[CountryMention]) -> tuple[CountryRole, ...]:
    """Return the first of some mentions of one country that is involved in its own sentence."""
    for mention in named:
        sentence = scene.sentences[scene.sentence_at(mention.span.start)]
        whole = Span(dateline_end(scene.text, sentence), sentence.span.end)
        inside = [m for m in scene.mentions if m.span.within(whole)]
        for role in find_roles(scene.words(whole), whole.start, scene.nationals, inside):
            if role.country_code == mention.country_code and role.role != "mentioned":
                reason = f"“{mention.text}”, named before, is what is told of here."
                code = mention.country_code
                return (CountryRole(code, "involved", mention.text, mention.span, reason),)
    return ()


def _names_place(scene: Scene, sentence: Span) -> bool:
    """Say whether a sentence names a place, known or not; a month or a weekday is none."""
    found = (m.end() for m in _PLACE.finditer(scene.text, sentence.start, sentence.end))
    dates = [e.span for e in scene.expressions]
    return any(not any(d.start <= at < d.end for d in dates) for at in found)
