"""Every text that a person reads, by key. A leaf: it imports nothing of ours.

One folder per language holds `TEXTS`, a flat mapping of `section.name` to a text whose places for
values are written as for `str.format` (`{file}`, `{seconds:.1f}`).
"""

from __future__ import annotations

from coach.texts.en import TEXTS


def say(key: str, **values: object) -> str:
    """The text under `key` with its places filled in.

    Raises KeyError when the key is unknown, or when a value that the text asks for is missing.
    """
    return TEXTS[key].format(**values)


def say_count(key: str, count: int, **values: object) -> str:
    """The text for so many, which stands in it as {count}: under `key.one` for one, else under
    `key.more`. Raises as `say`."""
    return say(f"{key}.one" if count == 1 else f"{key}.more", count=count, **values)
