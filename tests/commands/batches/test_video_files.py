"""Which files are meant, and what to call their results."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.commands.batches.video_files import video_files
from coach.commands.command import CommandError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.mp4", "a.MOV", "notes.txt", ".hidden.mp4", "sub/b.webm", ".cache/x.mp4"):
        path = tmp_path / "clips" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path / "clips"


def named(*places: Path, without: tuple[Path, ...] = ()) -> list[tuple[str, str]]:
    return [(file.path.name, file.name) for file in video_files(places, without)]


def test_a_folder_gives_its_videos_in_order(folder: Path) -> None:
    assert named(folder) == [("a.MOV", "a"), ("b.mp4", "b"), ("b.webm", "sub-b")]


def test_each_video_counts_once_and_has_a_name_of_its_own(folder: Path) -> None:
    (folder / "a.gif").touch()
    assert named(folder / "b.mp4", folder, folder / "sub" / "b.webm") == [
        ("b.mp4", "b"),
        ("a.MOV", "a"),
        ("a.gif", "a-2"),
        ("b.webm", "sub-b"),
    ]


def test_a_file_that_is_named_may_be_called_anything(folder: Path) -> None:
    assert named(folder / "notes.txt", folder / "none.mp4") == [
        ("notes.txt", "notes"),
        ("none.mp4", "none"),
    ]


def test_results_are_no_input(folder: Path) -> None:
    assert named(folder, without=(folder / "b.mp4",)) == [("a.MOV", "a"), ("b.webm", "sub-b")]


def test_a_folder_without_videos_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="holds no video"):
        video_files([tmp_path])
