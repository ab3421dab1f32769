"""As much grammar as dating a happening needs: words, verbs, and how clauses hang together.

tokens       words and marks, and the jobs of small words
conjugation  the forms of listed verbs
plain        whether a plain form is a verb where it stands
participles  past forms that are no verbs of their own
subjects     the words a verb is about
verbs        finite verbs with tense, voice and negation
leads        how a clause hangs on the one before
clauses      which clause a verb carries, and its subject
"""

from dashboard.extract.grammar.clauses import find_verbs
from dashboard.extract.grammar.conjugation import verb_forms
from dashboard.extract.grammar.entries import find_entry_verbs
from dashboard.extract.grammar.participles import is_past_participle
from dashboard.extract.grammar.plain import is_planning
from dashboard.extract.grammar.subjects import phrase_before
from dashboard.extract.grammar.tokens import Token, find_tokens, is_adverb
from dashboard.extract.grammar.verbs import Verb, participle_at

__all__ = [
    "Token",
    "Verb",
    "find_entry_verbs",
    "find_tokens",
    "find_verbs",
    "is_adverb",
    "is_past_participle",
    "is_planning",
    "participle_at",
    "phrase_before",
    "verb_forms",
]
