"""Use cases: one function, one command, one transaction."""
