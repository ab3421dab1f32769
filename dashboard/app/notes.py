"""Notes on the articles: which files were left out, and which have no publication day."""

from dashboard.store import Store

MOST = 100
"""Notes that are sent; what is left out is said."""


def notes(store: Store) -> list[dict[str, str]]:
    """List the files that were left out, and the articles whose day nobody declared."""
    found = [{"message": p.message, "remedy": p.remedy} for p in store.problems()]
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
