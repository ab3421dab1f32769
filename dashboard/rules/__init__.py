"""Loads the tables in data/rules, and over them those of a user's folder.

A table is a CSV file with a header, or a TOML file; lines starting with # are comments. A
user's folder may hold tables of the same names and columns: a row there
replaces ours where both agree in what names it, and else is added. Bad rows are refused with
file and line. Which folder is laid over ours holds for the whole process: `use_folder` says
it, and forgets what was made of other rules.
"""

from dashboard.rules.check import check_folder
from dashboard.rules.folders import (
    FOLDER,
    fingerprint,
    made_of_rules,
    own_folder,
    use_folder,
)
from dashboard.rules.tables import Row, read_table, read_toml

__all__ = [
    "FOLDER",
    "Row",
    "check_folder",
    "fingerprint",
    "made_of_rules",
    "own_folder",
    "read_table",
    "read_toml",
    "use_folder",
]
