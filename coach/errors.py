"""What every error of ours is that a person may meet."""

from __future__ import annotations

from coach.texts.text import told


class CoachError(Exception):
    """What cannot be done, told by one sentence for a person that says what to do.

    >>> str(CoachError("This file is empty: choose another one."))
    'This file is empty: choose another one.'
    """

    exit_status = 2
    """Of a command that ends by it: bad input, as the shell's own commands have it."""
    http_status = 422
    """Of a request that ends by it (RFC 9110)."""
    retry_s: int | None = None
    """Seconds after which to try again, where that may help."""

    @property
    def sentence(self) -> str:
        """The message as it was raised, to be handed on to a reader elsewhere."""
        message = self.args[0] if self.args else ""
        return message if isinstance(message, str) else str(message)

    def __str__(self) -> str:
        """The message in the language of the reader for whom it is asked."""
        return told(self.sentence)
