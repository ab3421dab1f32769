"""Finds the countries and organisations of a text, and the part each plays in a sentence."""

from dashboard.extract.countries.check import check_table
from dashboard.extract.countries.find import find_countries
from dashboard.extract.countries.people import find_people
from dashboard.extract.countries.roles import find_roles
from dashboard.extract.countries.scene import SIDE_CLAUSES

__all__ = ["SIDE_CLAUSES", "check_table", "find_countries", "find_people", "find_roles"]
