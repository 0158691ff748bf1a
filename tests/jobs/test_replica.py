"""What another server behind the same address has is told from what is gone."""

from __future__ import annotations

import pytest

from coach.jobs.replica import MARK, is_elsewhere, new_name


@pytest.mark.parametrize(
    ("name", "elsewhere"),
    [
        pytest.param(new_name(), False, id="this server's"),
        pytest.param(new_name("0" * 8), True, id="another one's"),
        pytest.param(f"{MARK}-{'0' * 32}", False, id="this one's, forgotten"),
        pytest.param("0" * 32, False, id="nobody's"),
        pytest.param("", False, id="none"),
        pytest.param("00000000-" + "0" * 31, False, id="too short"),
        pytest.param("00000000-" + "0" * 32 + "\n", False, id="a line more"),
        pytest.param("../../etc-passwd", False, id="a path"),
    ],
)
def test_whose_name_it_is(name: str, elsewhere: bool) -> None:
    assert is_elsewhere(name) is elsewhere


def test_names_are_not_alike() -> None:
    names = {new_name() for _ in range(100)}
    assert len(names) == 100
    assert all(name.startswith(f"{MARK}-") for name in names)
