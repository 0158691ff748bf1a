"""A value with some of its fields changed, at the price of copying a dictionary.

Every frame makes some twenty new states out of old ones. `dataclasses.replace` asks for each field
by name and runs the constructor, which together cost a quarter of the engine's time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # The type checker holds names and types of the fields against the class, as it does there.
    from dataclasses import replace as replace
else:

    def replace(value: Any, /, **changes: Any) -> Any:
        """A copy of a dataclass's instance with other values in the fields that are named.

        For frozen dataclasses without slots that check nothing when they are made: no constructor
        runs.
        """
        new = object.__new__(type(value))
        new.__dict__.update(value.__dict__)
        new.__dict__.update(changes)
        return new
