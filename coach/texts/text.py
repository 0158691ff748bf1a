"""A text that knows its key and values, so that it can be said again in another language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any

from babel import Locale

from coach.texts.languages import ENGLISH, LANGUAGES, language


class Text(str):
    """A text as it reads in the language of its maker's reader.

    It travels as any str does: raised, kept, handed to another thread. `told` says it again for
    the one who reads it in the end. A str that is glued from it is a plain one, and stays as it is.
    """

    key: str
    values: Mapping[str, object]
    """What stands in its places; texts among them are said again with it."""
    english: str | None
    """What is said where no language has the key; None of a text that must be known."""

    def __new__(cls, key: str, values: Mapping[str, object], english: str | None = None) -> Text:
        """Raises KeyError for an unknown key without English, and for a value that is missing."""
        text = super().__new__(cls, _said(key, values, english))
        text.key, text.values, text.english = key, values, english
        return text

    def __reduce__(self) -> tuple[Any, ...]:
        return Text, (self.key, self.values, self.english)


def told(text: str) -> str:
    """A text in the reader's language; a plain str as it is."""
    return _said(text.key, text.values, text.english) if isinstance(text, Text) else text


def to_json(text: str) -> dict[str, Any] | None:
    """A text as it travels to another process, in values that JSON has; None of a plain str."""
    if not isinstance(text, Text):
        return None
    values = {name: _plain(value) for name, value in text.values.items()}
    return {"key": text.key, "values": values}


def from_json(made: object, change: Callable[[str], str] = lambda value: value) -> Text | None:
    """The text again, each str among its values changed by `change`; None of anything that is no
    text of ours, wherever it came from."""
    if not isinstance(made, dict) or not isinstance(made.get("values"), dict):
        return None
    values: dict[str, object] = {}
    for name, value in made["values"].items():
        if isinstance(value, dict):
            value = from_json(value, change)
        values[name] = change(value) if type(value) is str else value
    try:
        return Text(made["key"], values)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        return None


def _plain(value: object) -> object:
    if isinstance(value, Text):
        return to_json(value)
    return value if isinstance(value, (int, float)) else str(value)


def decimal_sign() -> str:
    """Between the whole and the parts of a number."""
    locale = language().locale
    if locale == ENGLISH:
        return "."
    sign: str = Locale.parse(locale).number_symbols["latn"]["decimal"]
    return sign


class _Formatter(Formatter):
    """As str.format, with the reader's decimal sign."""

    def format_field(self, value: Any, format_spec: str) -> str:
        text: str = super().format_field(value, format_spec)
        is_decimal = isinstance(value, float) and "." in text
        return text.replace(".", decimal_sign()) if is_decimal else text


_FORMATTER = _Formatter()


def _said(key: str, values: Mapping[str, object], english: str | None) -> str:
    text = language().texts.get(key)
    if text is None:
        known = LANGUAGES[ENGLISH].texts
        text = known[key] if english is None else known.get(key, english)
    again = {
        name: told(value) if isinstance(value, Text) else value for name, value in values.items()
    }
    # An exercise's own words have no places, whatever stands in them.
    return _FORMATTER.format(text, **again) if english is None else text
