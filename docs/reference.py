"""Makes the reference of the code from its docstrings, into a folder that is no part of the
repository; what cannot be read is an error:

python docs/reference.py OUT
"""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import pdoc

ROOMS = ("coach", "!coach.records.migrations", "exercises", "benchmarks")
"""Alembic's migrations can be imported by Alembic alone."""


def make(folder: Path) -> None:
    """Write the pages. Raises RuntimeError or a warning where a module cannot be read."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        # PyAV's packets know what they are of in its stubs alone.
        warnings.filterwarnings("ignore", ".*'av.packet.Packet' is not subscriptable")
        pdoc.render.configure(show_source=False)
        pdoc.pdoc(*ROOMS, output_directory=folder)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    make(Path(sys.argv[1]))
