"""What can be wrong with a picture, as one sentence for the person who gave it."""

from __future__ import annotations

from coach.errors import CoachError


class ImageError(CoachError):
    """A picture that is not taken. The message is one sentence that says what to do."""


class TooLargeImageError(ImageError):
    """More bytes or more pixels than the limit."""

    http_status = 413


class UnknownImageError(ImageError):
    """No picture, or one of a kind that is not read."""

    http_status = 415


class BrokenImageError(ImageError):
    """A picture that cannot be decoded to its end."""
