"""Notes on the articles: files left out, those in another language, those without a day."""

from collections.abc import Sequence

from dashboard.store import Store

MOST = 100
"""Notes that are sent; what is left out is said."""

MOST_FILES = 10
"""Files that one note names; how many more there are is said."""


def notes(store: Store) -> list[dict[str, str]]:
    """List what was left out, articles that could not be read, and those whose day is not known."""
    found = [{"message": p.message, "remedy": p.remedy} for p in store.problems()]
    if foreign := store.articles_in_other_languages():
        found.append(language_note(foreign))
    found += [
        {
            "message": f"{file} has no publication date, so words such as “on Tuesday” in it "
            "cannot be placed.",
            "remedy": "Set it here, or declare published_on in sources.toml beside the file.",
            "file": file,
        }
        for file in store.articles_without_day()
    ]
    rest = len(found) - MOST
    if rest > 0:
        more = f"There are {rest:,} more notes of this kind."
        remedy = "See them all with: python -m dashboard check"
        found = [*found[:MOST], {"message": more, "remedy": remedy}]
    return found


def language_note(files: Sequence[str]) -> dict[str, str]:
    """Say which articles tell of nothing because they are declared to be in another language.

    >>> language_note(["a.txt"])["message"]
    '1 article is not in English, and happenings are read in English only: a.txt.'
    """
    count = "1 article is" if len(files) == 1 else f"{len(files):,} articles are"
    rest = len(files) - MOST_FILES
    named = ", ".join(files[:MOST_FILES]) + (f" and {rest:,} more" if rest > 0 else "")
    return {
        "message": f"{count} not in English, and happenings are read in English only: {named}.",
        "remedy": "Put an English translation into the folder, or mend language in sources.toml "
        "if it is wrong there.",
    }
