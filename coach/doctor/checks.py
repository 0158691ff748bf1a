"""All checks, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coach.doctor.codecs import check_codecs
from coach.doctor.detection import check_detection
from coach.doctor.finding import Finding
from coach.doctor.fonts import check_fonts
from coach.doctor.models import check_models
from coach.doctor.ports import check_ports
from coach.doctor.records import check_records
from coach.doctor.relay import check_relay
from coach.doctor.versions import check_versions


def all_checks(settings: Mapping[str, str], port: int | None) -> Iterator[Finding]:
    """Each finding as soon as it is there; a minute at most in all. settings: the environment, with
    secrets where there are some. port: the page's, or None where the page itself asks."""
    yield from check_versions()
    yield from check_models()
    yield from check_detection()
    yield from check_codecs()
    yield from check_fonts()
    yield from check_records(settings)
    if port is not None:
        yield from check_ports(port)
    yield from check_relay(settings)
