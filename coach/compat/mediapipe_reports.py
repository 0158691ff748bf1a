"""Keep MediaPipe from reporting to Google how it is used.

Its networks send figures of their use to play.googleapis.com, and nothing in its interface switches
that off (its package's "Privacy Notice"; github.com/google-ai-edge/mediapipe/issues/6291).
The client that sends them is curl, which goes by the environment: with a proxy where nobody
answers, no name is looked up and no connection leaves the machine.
"""

from __future__ import annotations

import os
from functools import cache

NOWHERE = "http://127.0.0.1:9"
"""The discard service of this machine, which no system starts any more."""


@cache
def stay_offline() -> None:
    """For the rest of the process; to be called before the first network is made.

    Only C libraries are told. `os.environ` stays as it is, and with it what reaches for the
    internet on purpose: the model store, accounts, and programs that are given it for theirs.
    """
    os.putenv("https_proxy", NOWHERE)
    # Else a host's own list, which may well be "*", would lead past the proxy.
    os.putenv("no_proxy", "localhost")
