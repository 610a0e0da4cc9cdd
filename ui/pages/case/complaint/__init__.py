"""The parts of the panel of a complaint."""
