"""The parts of the panel of a regulator matter."""
