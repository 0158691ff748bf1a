"""What can be wrong with a picture, as one sentence for the person who gave it."""

from __future__ import annotations


class ImageError(Exception):
    """A picture that is not taken. The message is one sentence that says what to do."""


class TooLargeImageError(ImageError):
    """More bytes or more pixels than the limit."""


class UnknownImageError(ImageError):
    """No picture, or one of a kind that is not read."""


class BrokenImageError(ImageError):
    """A picture that cannot be decoded to its end."""
