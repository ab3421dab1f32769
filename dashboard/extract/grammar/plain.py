"""Says whether a word in a plain past or present form is a verb where it stands."""

from collections.abc import Sequence, Set

from dashboard.extract.grammar.conjugation import Form, verb_forms
from dashboard.extract.grammar.tokens import Token, is_adverb
from dashboard.extract.words import words_of

_SUBJECT = 2


def opens_content(after: Token | None) -> bool:
    """Say whether a word can begin what somebody says."""
    return after is not None and bool(after.jobs & {"determiner", "pronoun", "content"})


def regular_past_form(token: Token) -> bool:
    """Say whether a word that no table lists looks like a past form."""
    known = token.text.rsplit("-", 1)[-1] in words_of("not_verb")
    return token.text.endswith("ed") and len(token.text) > 4 and not known


def is_inverted(after: Token | None) -> bool:
    """Say whether the word behind a verb can begin its speaker (“…,” gushed the singer)."""
    if after is None or not after.text[:1].isalpha():
        return False
    return after.text[:1].isupper() or not after.jobs or bool(after.jobs & {"determiner"})


def is_plural_saying(
    before: Token | None, token: Token, after: Token | None, form: Form | None
) -> bool:
    """Say whether a base form is what several people say now ("The rebels say …")."""
    if not form or before is None or form.verb_class != "speech" or "base" not in form.tenses:
        return False
    several = before.text.endswith("s") or before.lower in words_of("several")
    company = before.text[:1].isupper() and form.lemma in ("say", "add", "deny", "insist")
    goes_on = after is not None and (
        bool(after.jobs & {"determiner", "pronoun", "content"}) or form.lemma == "say"
    )
    possessive = before.text.endswith(("'s", "’s")) or "determiner" in before.jobs
    return (several or company) and goes_on and not possessive


def is_modifier(before: Token | None, after: Token | None) -> bool:
    """Say whether a past form between these words modifies a noun ("the wounded man")."""
    if before is None:
        return True
    known = verb_forms().get(before.lower)
    if known and known.lemma in words_of("resting"):
        return True
    if before.jobs & {"determiner", "preposition"} or before.lower in words_of("describer"):
        return True
    possessive = before.text.endswith(("'s", "’s", "s'", "s’"))
    nounish = (
        after is not None
        and after.text[:1].isalpha()
        and not after.jobs
        and not after.text.endswith("ly")
    )
    return possessive and nounish


def has_subject(before: Token | None) -> bool:
    """Say whether the word before a present form can be its subject."""
    return before is not None and (
        before.text[:1].isupper()
        or before.lower in ("he", "she", "it", "who", "which", "that")
        or before.text == ","
        or is_adverb(before)
    )


def is_said_of(before: Token | None, tenses: Set[str]) -> bool:
    """Say whether a pronoun before a form makes it a verb ("it arrives", "they intend")."""
    if before is None:
        return False
    one = before.lower in words_of("one_subject") and "present" in tenses
    return one or (before.lower in words_of("plural_subject") and "base" in tenses)


def is_planning(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a word says that something is to come ("due in May", "set to open").

    "Due to the rain" and "due to fire damage" give a cause.
    """
    word, after = tokens[place].lower, tokens[place + 1 : place + 4]
    if word not in words_of("planning"):
        return False
    if word != "due" or not after or after[0].lower != "to":
        return True
    form = verb_forms().get(after[1].lower) if len(after) > 1 else None
    return (form is not None and "base" in form.tenses) or after[-1].lower in ("be", "have")


def is_asked_for(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a plain form tells what is asked ("proposed that both sides send monitors").

    It stands behind its subject, which "that" behind a verb of asking opens.
    """
    that = next((n for n in range(place - 1, 0, -1) if tokens[n].lower == "that"), 0)
    asked = verb_forms().get(tokens[that - 1].lower) if that else None
    if asked is None or asked.lemma not in words_of("asking") or place - that < _SUBJECT:
        return False
    before, between = tokens[place - 1], tokens[that + 1 : place]
    named = before.text[:1].isalnum() and not before.jobs
    return named and not any(t.lower in verb_forms() or t.text == "," for t in between)


def is_noun_here(after: Token | None, form: Form) -> bool:
    """Say whether a word like "attacks" stands as a noun: nothing follows that a verb takes."""
    if form.verb_class in ("speech", "state") and form.lemma not in words_of("saying_noun"):
        return False
    takes_object = after is not None and (
        bool(after.jobs & {"determiner", "pronoun", "content", "quotation"})
        or after.text[:1].isupper()
        or after.lower in ("to", ":")
    )
    return not takes_object
