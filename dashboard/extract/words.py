"""Gives the small sets of words that rules ask for: data/rules/word_sorts.csv, event_nouns.csv."""

from functools import cache

from dashboard.rules import made_of_rules, read_table


@made_of_rules
@cache
def words_of(sort: str) -> frozenset[str]:
    """Return the words of one sort, in small letters.

    >>> "analysts" in words_of("watcher")
    True
    """
    rows = read_table("word_sorts", ("word", "sort"), ("word", "sort"))
    return frozenset(row["word"] for row in rows if row["sort"] == sort)


@made_of_rules
@cache
def event_nouns() -> frozenset[str]:
    """Return the nouns that name a happening, singular and plural."""
    rows = read_table("event_nouns", ("noun", "family", "plural"), ("noun",))
    found = set()
    for row in rows:
        noun = row["noun"]
        found |= {noun, row["plural"] or noun + "s"}
    return frozenset(found)
