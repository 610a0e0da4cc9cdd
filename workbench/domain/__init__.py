"""Values and pure functions: what the law and the office say. Standard library only."""
