"""Which versions are installed, beside those of the lock."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError

import pytest

from coach.doctor.finding import Grade
from coach.doctor.versions import check_versions

LOCK = r"""# made by a command
mediapipe==1.2.3 \
    --hash=sha256:aaaa \
    --hash=sha256:bbbb
numpy==2.2.6 ; python_full_version < '3' \
    --hash=sha256:cccc
numpy==2.4.6 ; python_full_version >= '3' \
    --hash=sha256:dddd
streamlit[auth]==1.67.0
    # via -r app.in
./requirements/stand_in-5.0.0-py3-none-any.whl \
    --hash=sha256:eeee
"""
TRIED = {"mediapipe": "1.2.3", "numpy": "2.4.6", "streamlit": "1.67.0"}


def findings(tmp_path, installed, lock=LOCK):
    file = tmp_path / "requirements.txt"
    file.write_text(lock)

    def version(name):
        if name not in installed:
            raise PackageNotFoundError(name)
        return installed[name]

    python, *rest = check_versions(file, version)
    assert python.grade is Grade.FINE
    return [(found.grade, found.sentence) for found in rest]


def test_all_as_tried(tmp_path):
    ((grade, sentence),) = findings(tmp_path, TRIED)
    assert grade is Grade.FINE
    assert "3 packages" in sentence, "each once, by the marker that is meant for this Python"


def test_another_version_is_named_with_the_one_that_was_tried(tmp_path):
    ((grade, sentence),) = findings(tmp_path, TRIED | {"mediapipe": "1.2.4"})
    assert grade is Grade.NOTE
    assert "mediapipe 1.2.4 (1.2.3)" in sentence


def test_a_missing_package_is_wrong(tmp_path):
    ((grade, sentence),) = findings(tmp_path, {k: v for k, v in TRIED.items() if k != "numpy"})
    assert grade is Grade.WRONG
    assert "numpy" in sentence


def test_of_many_some_are_named(tmp_path):
    lock = "".join(f"package-{i}==1.0\n" for i in range(9))
    ((_, sentence),) = findings(tmp_path, {}, lock)
    assert "package-5 … +3" in sentence


@pytest.mark.parametrize(
    "lock", ["", "# nothing\n", "numpy>=2\n"], ids=["empty", "comments", "ranges"]
)
def test_what_is_no_lock_is_told(tmp_path, lock):
    ((grade, sentence),) = findings(tmp_path, TRIED, lock)
    assert grade is Grade.NOTE
    assert "cannot be compared" in sentence


def test_without_the_file_too(tmp_path):
    _, found = check_versions(tmp_path / "nothing", lambda _: "1")
    assert found.grade is Grade.NOTE
