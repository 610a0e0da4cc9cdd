"""Reusable parts that know no case."""
