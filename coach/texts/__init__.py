"""Every text that a person reads, by key. A leaf: it imports nothing of ours.

One folder per language holds `TEXTS`, a flat mapping of `section.name` to a text whose places for
values are written as for `str.format` (`{file}`, `{seconds:.1f}`).

What is said comes as a `Text`: a str that knows its key and values, so that it can be raised, kept
and handed on, and `coach.texts.text.told` says it again for the person who reads it in the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from coach.texts.languages import ENGLISH, LANGUAGES, language
from coach.texts.text import Text, told


def say(key: str, **values: object) -> str:
    """The text under `key` with its places filled in, in the reader's language.

    Raises KeyError when the key is unknown, or when a value that the text asks for is missing.
    """
    return Text(key, values)


def say_own(key: str, english: str) -> str:
    """The words of something that brings its own English, as an exercise does: the reader's
    language is looked through for `key`."""
    return Text(key, {}, english)


def say_count(key: str, count: int, **values: object) -> str:
    """The text for so many, which stands in it as {count}: under `key.one`, `key.other` and the
    like, as the language has plurals (CLDR). Raises as `say`."""
    form = Locale.parse(language().locale).plural_form(count)
    if not is_known(f"{key}.{form}"):
        form = "other"
    return Text(f"{key}.{form}", {"count": count, **values})


def say_list(items: Iterable[str]) -> str:
    """Several things one after the other: `lite, full, heavy`."""
    return format_list([told(item) for item in items], style="unit", locale=language().locale)


def say_date(day: date, pattern: str) -> str:
    """A day, or a part of it, by Unicode's pattern (LDML): `MMM` is Nov, `EEE` is Sat."""
    return format_date(day, pattern, locale=language().locale)


def is_known(key: str) -> bool:
    """Whether there is a text under `key`."""
    return key in language().texts or key in LANGUAGES[ENGLISH].texts
