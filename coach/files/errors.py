"""What can be wrong with a file, as one sentence for the person who named it."""

from __future__ import annotations

from coach.errors import CoachError


class FileError(CoachError):
    """A file that cannot be read or written. The message is one sentence that says what to do."""


class VideoError(FileError):
    """A video that cannot be read, or lies outside the limits."""


class TrackFileError(FileError):
    """A file that holds no landmark track."""


class OutputError(FileError):
    """A file that cannot be written."""
