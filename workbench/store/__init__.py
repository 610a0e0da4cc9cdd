"""The encrypted case store: rows, keys, migrations, backup and verification."""
