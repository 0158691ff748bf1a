"""Whether detection itself is to be trusted here: a drawn person must be seen where the published
model saw them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coach.doctor.finding import Finding, broken, fine, note, wrong
from coach.vision.mediapipe.shared_model import is_leaner
from coach.vision.models import libraries, model_store
from coach.vision.reference import NOISE, Comparison
from coach.vision.reference_look import look_at_reference


def check_detection(look: Callable[[str], Comparison] = look_at_reference) -> Iterator[Finding]:
    """Each model that is here."""
    try:
        libraries.check()
    except libraries.LibraryError as error:
        yield broken("detection", error)
        return
    present = [stored.model.name for stored in model_store.stored() if stored.present]
    if not present:
        yield note("detection", "detection_not_tried")
    for name in present:
        try:
            comparison = look(name)
        except Exception as error:  # noqa: BLE001 - a check tells what fails, whatever it is
            yield wrong("detection", "detection_fails", model=name, why=error)
            continue
        if not comparison.right:
            yield wrong("detection", _what_is_wrong(comparison), model=name, noise=NOISE)
            continue
        leaner = is_leaner(model_store.load(name))
        how = "detection_right" if leaner else "detection_right_published"
        yield fine("detection", how, model=name, distance=comparison.distance)


def _what_is_wrong(comparison: Comparison) -> str:
    return "detection_blind" if not comparison.people else "detection_wrong"
