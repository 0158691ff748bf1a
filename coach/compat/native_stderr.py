"""Keep what native libraries write to standard error apart from what this program says.

MediaPipe and LiteRT write several lines whenever a network is made (`Creating LiteRT environment`,
`DestroyAccelerator`, `Input tensor memory is not aligned` …), and others with every version. No
setting of theirs switches them off: https://github.com/google-ai-edge/mediapipe/issues/5737. Seen
with MediaPipe 1.1 to 1.2.3.

Native code writes to file descriptor 2, Python to `sys.stderr`. So Python gets a descriptor of its
own that leads where 2 led, and 2 leads elsewhere: no line needs to be known. What happens when that
cannot be done, as without a standard error at all: everything stays as it was.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
from pathlib import Path
from typing import TextIO

from coach.settings import NATIVE_LOG
from coach.texts import say

_NATIVE = 2


def part_stderr() -> None:
    """From now on Python alone writes where standard error leads; loggers that were set up before
    follow. A crash in native code still says in which Python line (`faulthandler`). May be called
    again."""
    before = sys.stderr
    try:
        if before is None or before.fileno() != _NATIVE:
            return  # parted already, or caught by a test
        before.flush()
        own = os.dup(_NATIVE)
        aside = os.open(_aside(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.dup2(aside, _NATIVE)
        os.close(aside)
    except (OSError, ValueError):
        return
    sys.stderr = os.fdopen(own, "w", 1, before.encoding, before.errors)
    faulthandler.enable(sys.stderr)
    for logger in (logging.getLogger(), *_loggers()):
        for handler in logger.handlers:
            if isinstance(handler, logging.StreamHandler) and handler.stream is before:
                handler.setStream(sys.stderr)


def _aside() -> str:
    """Where native lines go: the file that was named, if it can be written to."""
    named = NATIVE_LOG.read()
    if named is not None:
        try:
            with named.open("a", encoding="utf-8"):
                return str(named)
        except OSError:
            _complain(sys.stderr, named)
    return os.devnull


def _complain(stderr: TextIO, named: Path) -> None:
    stderr.write(say("cli.native_log_unwritable", setting=NATIVE_LOG.name, file=named) + "\n")


def _loggers() -> list[logging.Logger]:
    known = logging.getLogger().manager.loggerDict.values()
    return [logger for logger in known if isinstance(logger, logging.Logger)]
