"""The languages that texts can be said in, and which of them the reader has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from coach.texts.en import TEXTS


@dataclass(frozen=True)
class Language:
    """One language."""

    texts: Mapping[str, str]
    """By key. What is missing is said in English."""
    locale: str
    """How Babel calls it, for plurals, dates, lists and decimal signs: `en`, `pt_BR`."""


ENGLISH = "en"
LANGUAGES: dict[str, Language] = {ENGLISH: Language(TEXTS, "en")}
"""By code (BCP 47), the ones that there are."""

_chosen: ContextVar[str | None] = ContextVar("language", default=None)
_readers: list[Callable[[], str | None]] = []


def language_code() -> str:
    """The code of the reader's language: what `reading_in` says, else what those who were asked by
    `ask_for_reader` know of this thread, else English."""
    code = _chosen.get()
    if code is None:
        code = next(filter(None, (know() for know in _readers)), ENGLISH)
    return code if code in LANGUAGES else ENGLISH


def language() -> Language:
    """The reader's language."""
    return LANGUAGES[language_code()]


@contextmanager
def reading_in(code: str) -> Iterator[None]:
    """All that is said meanwhile, in this thread or task, is for a reader of that language."""
    token = _chosen.set(code)
    try:
        yield
    finally:
        _chosen.reset(token)


def ask_for_reader(know: Callable[[], str | None]) -> None:
    """From now on ask `know` for the code of the reader's language; it answers None in a thread of
    which it knows nothing. Asked once, however often it is handed over."""
    if know not in _readers:
        _readers.append(know)


def best_language(wanted: str) -> str:
    """The code of the language that fits a wish best, English where none does.

    wanted: as a browser says it, the most wanted first (RFC 9110, Accept-Language), or a system
    (`de_DE.UTF-8`).

    >>> best_language("fr-CH, fr;q=0.9, en;q=0.8")
    'en'
    """
    weighed = []
    for place, part in enumerate(wanted.split(",")):
        code, _, weight = part.strip().partition(";q=")
        try:
            weighed.append((-float(weight or 1), place, code.partition(".")[0].replace("_", "-")))
        except ValueError:
            continue
    for _, _, code in sorted(weighed):
        for known in (code, code.partition("-")[0]):
            if known in LANGUAGES:
                return known
    return ENGLISH
