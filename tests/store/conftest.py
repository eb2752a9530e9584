# SPDX-License-Identifier: MIT
"""A real, empty database for each test."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from hkwatch.store.db import open_writer

from .stored import NOW


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "hkwatch.db"


@pytest.fixture
def db(file: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_writer(file, tmp_path / "backups", NOW)
    yield connection
    connection.close()
