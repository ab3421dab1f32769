"""A small invented store, the desk over it, and the app that serves it."""

from pathlib import Path

import pytest
from dash import Dash
from factories import make_readings
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.app.desk import Desk
from dashboard.model import Folder
from dashboard.store import build, open_store


@pytest.fixture(scope="session")
def invented_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of forty invented events."""
    path = tmp_path_factory.mktemp("invented") / "invented.db"
    readings = make_readings(40)
    build(path, Folder(tuple(reading.article for reading in readings)), readings)
    return path


@pytest.fixture(scope="session")
def desk(invented_store: Path) -> Desk:
    """The desk over the invented store."""
    return Desk(open_store(invented_store))


@pytest.fixture(scope="session")
def app(invented_store: Path) -> Dash:
    """The app over the invented store."""
    return create_app(invented_store)


@pytest.fixture
def client(app: Dash) -> FlaskClient:
    """A client that asks the app without a network."""
    found: FlaskClient = app.server.test_client()
    return found
