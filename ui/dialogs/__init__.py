"""One dialog, one command."""
