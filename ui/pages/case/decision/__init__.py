"""The parts of the Decision tab: grounds, the sections of the dossier, the side with what is still missing."""
