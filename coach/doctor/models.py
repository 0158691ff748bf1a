"""Whether the pose models are here and are the published ones."""

from __future__ import annotations

from collections.abc import Iterator

from coach.doctor.finding import Finding, broken, fine, note
from coach.vision.models import model_store


def check_models() -> Iterator[Finding]:
    """Each known model, by its SHA-256. Fetches nothing."""
    for stored in model_store.stored():
        name = stored.model.name
        if not stored.present:
            yield note("models", "model_not_here", model=name)
            continue
        try:
            yield fine("models", "model_right", model=name, path=model_store.verify(name))
        except model_store.ModelStoreError as error:
            yield broken("models", error)
