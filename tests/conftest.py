"""What all tests share: the store of the two seed articles, and steady property tests."""

from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

try:
    from hypothesis import settings
except ImportError:  # Only requirements.txt is installed: property tests skip themselves.
    pass
else:
    settings.register_profile("steady", derandomize=True, deadline=None, database=None)
    settings.load_profile("steady")


def pytest_report_header() -> str | None:
    """Say loudly that the browser tests are left out, where they are."""
    if find_spec("pytest_playwright") is None:
        return "browser tests are LEFT OUT: install requirements-dev.txt, as make test does"
    return None


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def seeds_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store built from seeds/ by the command line; tests must not write to it."""
    from dashboard.cli import main

    path = tmp_path_factory.mktemp("seeds") / "seeds.db"
    assert main(["build", "--store", str(path)]) in (0, None)
    return path
