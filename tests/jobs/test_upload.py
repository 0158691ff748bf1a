"""Uploads: their names, and a disk that fills up on the way."""

from __future__ import annotations

import errno

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.jobs.upload import Upload, shown_name
from coach.jobs.values import NoRoomError, TooLargeError


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("squats.mp4", "squats.mp4", id="plain"),
        pytest.param("Kniebeuge größer 深蹲.mp4", "Kniebeuge größer 深蹲.mp4", id="any language"),
        pytest.param("../../etc/passwd", "passwd", id="up the tree"),
        pytest.param("C:\\Users\\me\\a.mov", "a.mov", id="Windows"),
        pytest.param("/etc/", "etc", id="a folder"),
        pytest.param("a\x1b[2J\n\x00b.mp4", "a[2Jb.mp4", id="orders to a terminal"),
        pytest.param("<img src=x>.mp4", "img src=x.mp4", id="orders to a page"),
        pytest.param("{0.__class__}.mp4", "0.__class__.mp4", id="orders to a format"),
        pytest.param("", "video", id="none"),
        pytest.param("...", "...", id="dots are no path once nothing is joined to them"),
        pytest.param("x" * 300, "x" * 80, id="long"),
    ],
)
def test_a_name_is_shown_without_its_tricks(name, shown):
    assert shown_name(name) == shown


@given(st.text())
def test_a_shown_name_is_one_short_line_without_folders(name):
    shown = shown_name(name)
    assert 0 < len(shown) <= 80
    assert shown.isprintable()
    assert "/" not in shown
    assert "\\" not in shown


@pytest.fixture
def upload(tmp_path):
    upload = Upload(tmp_path, "a.mp4", "me", most=200_000, free=100_000)
    yield upload
    upload.close()


def test_what_is_announced_as_too_large_is_refused_before_it_is_sent(upload):
    upload.expect(100_000)
    with pytest.raises(NoRoomError):
        upload.expect(200_000)
    with pytest.raises(TooLargeError):
        upload.expect(10_000_000)


def test_more_than_the_disk_has_is_refused(upload):
    upload.write(b"x" * 100_000)
    with pytest.raises(NoRoomError):
        upload.write(b"x")


def test_a_disk_that_is_full_after_all(upload, monkeypatch):
    class Full:
        def write(self, piece):
            raise OSError(errno.ENOSPC, "No space left on device")

        def close(self):
            pass

    upload.close()
    monkeypatch.setattr(upload, "_file", Full())
    with pytest.raises(NoRoomError, match="no room"):
        upload.write(b"x")
