"""Keeps articles and what was found in them in one SQLite file; the only place with SQL.

build(path, folder, readings)   write them
open_store(path).select(…)      read the reports of a selection
lay_over(folder, corrections)   let what a person corrected go before what the files declare
"""

from dashboard.review import Correction
from dashboard.store.accounts import Accounts
from dashboard.store.arrays import SOURCES, Arrays, Grouped, Numbers
from dashboard.store.build import Summary, build
from dashboard.store.corrections import kept_corrections, lay_over
from dashboard.store.days import AFTER_ALL, BEFORE_ALL, day_bounds, day_number
from dashboard.store.facets import Facets
from dashboard.store.marks import ArticleAccount, Meter
from dashboard.store.review import Review
from dashboard.store.store import Meta, Store, open_store
from dashboard.store.views import View

__all__ = [
    "AFTER_ALL",
    "BEFORE_ALL",
    "SOURCES",
    "Accounts",
    "Arrays",
    "ArticleAccount",
    "Correction",
    "Facets",
    "Grouped",
    "Meta",
    "Meter",
    "Numbers",
    "Review",
    "Store",
    "Summary",
    "View",
    "build",
    "day_bounds",
    "day_number",
    "kept_corrections",
    "lay_over",
    "open_store",
]
