"""What holds for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(autouse=True, scope="session")
def own_records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test keeps anything among the records of whoever runs it; servers that tests start take
    over their environment."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("records")
        patch.setenv("COACH_DATA", str(folder))
        patch.delenv("COACH_DATABASE_URL", raising=False)
        yield folder
