"""The window: PySide6 screens that show frozen values and send commands."""

from ui.singletons import keep_singletons

keep_singletons()
