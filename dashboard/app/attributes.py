"""Attributes whose names hold a dash, which Python cannot write as keywords."""

from typing import Any


def aria(**values: str) -> dict[str, Any]:
    """Return ARIA attributes.

    >>> aria(label="Filters")
    {'aria-label': 'Filters'}
    """
    return {f"aria-{name}": value for name, value in values.items()}


def data(**values: str) -> dict[str, Any]:
    """Return data attributes, for the page's scripts.

    >>> data(action="copy-link")
    {'data-action': 'copy-link'}
    """
    return {f"data-{name}": value for name, value in values.items()}
