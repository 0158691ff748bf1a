"""`GET /metrics`: how the process and its sessions fare, for Prometheus. Figures of all sessions
together; nothing in them tells one person from another.

Everybody may ask who reaches the app from its own machine; COACH_METRICS says otherwise.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from ipaddress import ip_address
from statistics import mean
from urllib.parse import urlsplit

from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from coach.live.load.counters import BOUNDS, Spread
from coach.live.load.fleet import Fleet
from coach.settings import METRICS, Audience
from coach.texts import say
from coach.web.problems import problem


class FleetCollector(Collector):
    """The fleet's figures as Prometheus names them. clock: the sessions'."""

    def __init__(self, fleet: Fleet, clock: Callable[[], float] = time.monotonic) -> None:
        self._fleet = fleet
        self._clock = clock

    def collect(self) -> Iterable[Metric]:
        """All figures, as of now."""
        status, totals = self._fleet.status(self._clock()), self._fleet.counters.totals()
        loads = status.loads
        yield _gauge("sessions_open", "Browser tabs that have a session", status.open)
        yield _gauge("sessions_streaming", "Sessions whose picture comes", len(loads))
        yield _gauge("sessions_waiting", "People in the queue", status.waiting)
        yield _gauge("sessions_limit", "Sessions that can be served at once", status.limit)
        yield _gauge("saving_step", "How far the governor saves; 0 is not at all", status.step)
        yield _gauge("busy_ratio", "Share of the processor that the app uses", status.busy)
        yield _rates("received_fps", "from the camera", [load.received for load in loads])
        yield _rates("answered_fps", "sent back with a result", [load.answered for load in loads])
        yield _rates("inference_fps", "looked at by the network", [load.looks for load in loads])
        yield _counter("sessions_begun", "Connections whose picture came", totals.begun)
        yield _counter("frames_received", "Frames from cameras", totals.received)
        yield _counter(
            "frames_dropped",
            "Frames that were not worked on: a newer one was there, or time was short",
            totals.dropped,
        )
        yield _counter(
            "frames_late", "Frames sent back while the network was still looking", totals.late
        )
        errors = CounterMetricFamily(
            "coach_errors", "Attempts to work on a frame that failed", labels=["at"]
        )
        for at, number in totals.errors.items():
            errors.add_metric([at], number)
        yield errors
        yield _histogram("frame_seconds", "From a frame's arrival to its result", totals.frames)
        yield _histogram("inference_seconds", "One look of the network", totals.looks)


def metrics_route(fleet: Fleet, audience: Audience) -> list[BaseRoute]:
    """The route, or none where it is switched off."""
    if audience is Audience.OFF:
        return []
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    registry.register(FleetCollector(fleet))

    def metrics(request: Request) -> Response:
        if audience is Audience.LOCAL and not _is_local(request):
            return problem(403, say("web.metrics_local", name=METRICS.name))
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    return [Route("/metrics", metrics, methods=["GET"])]


def _is_local(request: Request) -> bool:
    """Asked by this machine under its own name. A proxy on this machine asks from here too, but
    under the name that the world knows."""
    client = request.client.host if request.client else ""
    forwarded = any(name in request.headers for name in ("x-forwarded-for", "forwarded"))
    try:
        # The header itself: where it is broken, `request.url` has the server's own name.
        name = urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    except ValueError:
        return False
    return _is_loopback(client) and _is_loopback(name) and not forwarded


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        # A socket for both kinds of addresses writes 127.0.0.1 as ::ffff:127.0.0.1.
        return ip_address(host.removeprefix("::ffff:")).is_loopback
    except ValueError:
        return False


def _gauge(name: str, about: str, value: float) -> Metric:
    return GaugeMetricFamily(f"coach_{name}", about, value=value)


def _rates(name: str, about: str, rates: Sequence[float]) -> Metric:
    family = GaugeMetricFamily(
        f"coach_{name}", f"Frames a second and session, {about}", labels=["of"]
    )
    if rates:
        family.add_metric(["least"], min(rates))
        family.add_metric(["mean"], mean(rates))
    return family


def _counter(name: str, about: str, value: int) -> Metric:
    return CounterMetricFamily(f"coach_{name}", about, value=value)


def _histogram(name: str, about: str, spread: Spread) -> Metric:
    buckets: list[tuple[str, float]] = []
    below = 0
    for bound, number in zip((*map(str, BOUNDS), "+Inf"), spread.counts, strict=True):
        below += number
        buckets.append((bound, below))
    return HistogramMetricFamily(f"coach_{name}", about, buckets=buckets, sum_value=spread.seconds)
