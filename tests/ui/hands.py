"""Hands for tests of the screen: find a widget by its object name, press keys, type words."""

from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

ObjectT = TypeVar("ObjectT", bound=QObject)


def find(inside: QObject, kind: type[ObjectT], name: str) -> ObjectT:
    """Return the one thing of that kind and object name; fails the test when there is none."""
    found = inside.findChild(kind, name)
    assert isinstance(found, kind), f"no {kind.__name__} named {name}"
    return found


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press and release one key."""
    QTest.keyClick(widget, key, modifier)


def type_in(widget: QWidget, text: str) -> None:
    """Type a text, letter by letter."""
    QTest.keyClicks(widget, text)
