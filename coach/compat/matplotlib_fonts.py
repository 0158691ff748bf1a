"""The DejaVu fonts that matplotlib carries: most alphabets but the East Asian ones.

matplotlib comes with MediaPipe. Its documented way to them, `matplotlib.get_data_path`, costs the
import of matplotlib, which nothing else here needs; so its folder is looked up without that:
lib/matplotlib/mpl-data/fonts/ttf in its repository. Seen with matplotlib 3.9 to 3.11.

When they are not there, None is given, and texts are drawn by what else there is.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

PLAIN, BOLD = "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"


@cache
def dejavu(name: str) -> Path | None:
    """The file of a font by its name (PLAIN or BOLD), or None where it is not."""
    spec = find_spec("matplotlib")
    if spec is None or not spec.submodule_search_locations:
        return None
    path = Path(spec.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf" / name
    return path if path.is_file() else None
