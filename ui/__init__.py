"""The window: shows values, sends commands."""
