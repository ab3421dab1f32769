"""Keeps articles and what was found in them in one SQLite file; the only place with SQL.

build(path, folder, readings)   write them
open_store(path).select(…)      read the reports of a selection
lay_over(folder, corrections)   let what a person corrected go before what the files declare
"""

from dashboard.review import Correction
from dashboard.store.build import Summary, build
from dashboard.store.corrections import kept_corrections, lay_over
from dashboard.store.facets import Facets
from dashboard.store.marks import ArticleAccount, Meter
from dashboard.store.review import Review
from dashboard.store.store import Meta, Store, open_store
from dashboard.store.views import View

__all__ = [
    "ArticleAccount",
    "Correction",
    "Facets",
    "Meta",
    "Meter",
    "Review",
    "Store",
    "Summary",
    "View",
    "build",
    "kept_corrections",
    "lay_over",
    "open_store",
]
