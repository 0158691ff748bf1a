"""Whether detection can be trusted in this process: tried once for each model, beside everything
else, so that nobody stands before a camera that sees nobody."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from coach.runtime.low_priority import at_low_priority
from coach.texts import say

LOGGER = logging.getLogger(__name__)

Look = Callable[[str], bool]
"""Whether a model sees the reference picture right. May raise."""


class SelfTest:
    """The verdicts by model. For use from any thread."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._lock = threading.Lock()
        self._begun: set[str] = set()
        self._failed: set[str] = set()

    def begin(self, model: str) -> threading.Thread | None:
        """Try a model that is here in a thread of its own; None where it was begun before."""
        with self._lock:
            if model in self._begun:
                return None
            self._begun.add(model)
        thread = threading.Thread(target=self._try, args=(model,), name="self-test", daemon=True)
        thread.start()
        return thread

    def failed(self, model: str) -> bool:
        """Whether a model was tried and is not to be trusted."""
        with self._lock:
            return model in self._failed

    def _try(self, model: str) -> None:
        try:
            right = at_low_priority(lambda: self._look(model))
        except Exception:
            LOGGER.exception("The pose model %s could not be tried", model)
            right = False
        if right:
            LOGGER.info("%s", say("model.self_test_right", model=model))
            return
        LOGGER.error("%s", say("model.self_test_wrong", model=model))
        with self._lock:
            self._failed.add(model)
