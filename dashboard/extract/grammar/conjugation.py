"""Forms the inflections of the verbs in data/rules/verbs.csv."""

import re
from dataclasses import dataclass
from functools import cache

from dashboard.rules import made_of_rules, read_table


@dataclass(frozen=True, slots=True)
class Form:
    """An inflected verb form as data/rules/verbs.csv gives or implies it."""

    lemma: str
    verb_class: str
    family: str
    tenses: frozenset[str]


@made_of_rules
@cache
def verb_forms() -> dict[str, Form]:
    """Return every form of every listed verb: word → lemma, class, family, possible tenses."""
    found: dict[str, Form] = {}
    columns = ("lemma", "class", "family", "past", "participle")
    for row in read_table("verbs", columns, ("lemma",)):
        lemma = row["lemma"]
        past, participle = (
            row["past"] or regular_past(lemma),
            row["participle"] or regular_past(lemma),
        )
        for word, tense in (
            (lemma, "base"),
            (_third_person(lemma), "present"),
            (_gerund(lemma), "gerund"),
            (past, "past"),
            (participle, "participle"),
        ):
            old = found.get(word)
            if old and old.lemma != lemma:
                continue
            tenses = (old.tenses if old else frozenset()) | {tense}
            found[word] = Form(lemma, row["class"], row["family"] or lemma, tenses)
    return found


def regular_past(lemma: str) -> str:
    """Form the past of a regular verb.

    >>> regular_past("agree"), regular_past("deny"), regular_past("stop"), regular_past("visit")
    ('agreed', 'denied', 'stopped', 'visited')
    """
    return _stem(lemma, "ed")


def _stem(lemma: str, ending: str) -> str:
    if ending == "ed" and lemma.endswith("e"):
        return lemma + "d"
    if ending == "ing" and lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + ending
    if ending == "ed" and re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    if re.fullmatch(
        r"[^aeiou]*[aeiou][bdgmnprt]|.*(?:[^aeiou]|qu)(?:mit|pel|fer|cur|ban|plan|nap)", lemma
    ):
        return lemma + lemma[-1] + ending
    return lemma + ending


def _third_person(lemma: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh|o)$", lemma):
        return lemma + "es"
    return lemma[:-1] + "ies" if re.search(r"[^aeiou]y$", lemma) else lemma + "s"


def _gerund(lemma: str) -> str:
    return _stem(lemma, "ing")


def guess_lemma(word: str) -> str:
    """Guess the lemma of an unlisted form: the word without its ending."""
    if word.endswith("ied"):
        return word[:-3] + "y"
    return re.sub(r"(?:ed|ing)$", "", word)
