"""Finds the countries and organisations of a text, and the part each plays in a sentence."""

from dashboard.extract.countries.check import check_table
from dashboard.extract.countries.find import find_countries
from dashboard.extract.countries.people import find_people
from dashboard.extract.countries.roles import find_roles

__all__ = ["check_table", "find_countries", "find_people", "find_roles"]
