"""The Onee compliance workbench without its screens."""

__version__ = "0.1.0"
