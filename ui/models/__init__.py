"""Item models, thin over services."""
