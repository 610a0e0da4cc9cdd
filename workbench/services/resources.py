"""Where the program's data files are: rulebooks, letters, words, fonts and pictures, read as files.

`resources/` stands beside the packages, in a checkout as in an installed copy.
"""

from pathlib import Path

import workbench

RESOURCES: Path = Path(workbench.__file__).resolve().parent.parent / "resources"
"""The folder of the program's data files."""
