"""One base of all errors that a person may meet, and what each is to a shell and over HTTP."""

from __future__ import annotations

import doctest

import pytest

from coach import errors
from coach.commands.command import CommandError
from coach.errors import CoachError
from coach.files.errors import OutputError, TrackFileError, VideoError
from coach.images.errors import BrokenImageError, TooLargeImageError, UnknownImageError
from coach.images.finder import BusyError
from coach.jobs.values import NoRoomError, TooLargeError, TooManyError
from coach.motion.codec import ReportError
from coach.motion.poses.pose import PoseError
from coach.records.errors import ImportRefusedError
from coach.vision.models.libraries import LibraryError
from coach.vision.models.model_store import ModelStoreError


def test_the_example_is_right():
    assert doctest.testmod(errors).failed == 0


@pytest.mark.parametrize(
    "kind",
    [
        CommandError, VideoError, TrackFileError, OutputError, ImportRefusedError, LibraryError,
        ModelStoreError, PoseError, ReportError,
    ],
)  # fmt: skip
def test_a_command_ends_by_it_as_by_bad_input(kind):
    assert issubclass(kind, CoachError)
    assert kind.exit_status == 2


@pytest.mark.parametrize(
    ("kind", "status", "again"),
    [
        (BrokenImageError, 422, False),
        (TooLargeImageError, 413, False),
        (UnknownImageError, 415, False),
        (BusyError, 429, True),
        (TooLargeError, 413, False),
        (TooManyError, 429, True),
        (NoRoomError, 507, False),
        (ModelStoreError, 503, True),
    ],
)
def test_a_request_ends_by_it_as_http_has_it(kind, status, again):
    assert (kind.http_status, kind.retry_s is not None) == (status, again)
