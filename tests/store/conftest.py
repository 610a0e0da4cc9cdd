"""Stores for the tests: real encrypted files, made once and copied."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.makers import Made, fill, make_store
from workbench.store.engine import Store


@pytest.fixture(scope="session")
def empty_once(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make_store(tmp_path_factory.mktemp("empty") / "office")


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Made:
    made = make_store(tmp_path_factory.mktemp("filled") / "office")
    store = made.open()
    with store.writing() as session:
        fill(session)
    store.close()
    return made


@pytest.fixture
def empty(empty_once: Made, tmp_path: Path) -> Made:
    """A closed store with one officer."""
    return _copy(empty_once, tmp_path)


@pytest.fixture
def filled(filled_once: Made, tmp_path: Path) -> Made:
    """A closed store with one of everything, in case 1."""
    return _copy(filled_once, tmp_path)


@pytest.fixture
def store(empty: Made) -> Iterator[Store]:
    """An open store with one officer."""
    opened = empty.open()
    yield opened
    opened.close()


@pytest.fixture
def full(filled: Made) -> Iterator[Store]:
    """An open store with one of everything, in case 1."""
    opened = filled.open()
    yield opened
    opened.close()


def _copy(made: Made, tmp_path: Path) -> Made:
    folder = tmp_path / "office"
    shutil.copytree(made.folder, folder)
    return Made(folder, made.key, made.recovery_code)
