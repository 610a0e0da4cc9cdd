"""Palette, spacing and chips."""
