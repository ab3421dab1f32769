"""The invented corpus that the benchmark of the screen measures on is a store like any other."""

from pathlib import Path

from benchmarks import corpus
from dashboard.columns import EVERYTHING, Index
from dashboard.store import open_store


def test_corpus_is_a_store_whose_columns_and_quotes_are_right(tmp_path: Path) -> None:
    """It has so many events, counted alike by SQL and the columns; all its quotes are exact."""
    corpus.write(tmp_path / "corpus.db", 40)
    store = open_store(tmp_path / "corpus.db")
    index = Index(store)
    assert index.count(EVERYTHING) == store.count(EVERYTHING) == 40
    assert dict(index.facet(EVERYTHING, "countries")) == dict(store.facets(EVERYTHING).countries)
    reports = store.select(EVERYTHING)
    assert len({*reports["event_id"]}) == 40
    assert store.quote_meter().inexact == 0
    store.close()
