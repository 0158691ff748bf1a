"""What holds for every test."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import settings

from coach.vision.models import model_store
from tests.drawn_figure import squats, write_video
from tests.stun_server import StunServer

# On a busy machine an example that takes long proves nothing.
settings.register_profile("coach", deadline=None)
settings.load_profile("coach")

TESTS = Path(__file__).parent
LIBRARIES = (
    "analysis",
    "commands/test_console.py",
    "compat",
    "doctor",
    "e2e/test_browser.py",
    "e2e/test_video_frame.py",
    "files",
    "images",
    "live/transport/test_ice_order.py",
    "live/transport/test_in_flight.py",
    "live/transport/test_stream.py",
    "live/transport/test_video_return.py",
    "pages",
    "records",
    "test_cli_real.py",
    "texts",
    "test_whole_way.py",
    "tracks",
    "ui",
    "video",
    "vision",
    "web",
)
"""The tests that reach into other people's libraries; what the rest proves, no library changes."""
WITH_THE_LOCK = (
    "test_a_real_clip_is_counted_as_by_eye",
    "test_what_hinders_the_camera_is_said",
    "test_a_tab_that_was_closed_keeps_no_seat",
    "test_why_a_connection_did_not_come_about_is_said_until_the_next_start",
    "test_a_camera_that_is_pulled_out_is_named",
)
"""What takes minutes in the browser and lies in our own code: once. A drawn person is counted there
with every version, real clips are by the command line, and a page is left, comes back and connects
anew."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`pytest -m libraries` runs those."""
    for item in items:
        path = item.path.relative_to(TESTS)
        chosen = any(path.is_relative_to(library) for library in LIBRARIES)
        if chosen and not item.name.startswith(WITH_THE_LOCK):
            item.add_marker("libraries")


@pytest.fixture(autouse=True, scope="session")
def own_records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test keeps anything among the records of the one who runs it; servers that tests start
    take over their environment."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("records")
        patch.setenv("COACH_DATA", str(folder))
        patch.delenv("COACH_DATABASE_URL", raising=False)
        yield folder


@pytest.fixture(scope="session")
def full_model() -> bytes:
    """The real full model, fetched at the first use on this machine."""
    try:
        return model_store.load("full")
    except model_store.ModelStoreError as error:
        pytest.skip(f"the real model is not at hand: {error}")


@pytest.fixture
def model_of() -> Callable[[str], bytes]:
    """The real model by name, fetched at the first use on this machine."""

    def load(name: str) -> bytes:
        try:
            return model_store.load(name)
        except model_store.ModelStoreError as error:
            pytest.skip(f"the real model is not at hand: {error}")

    return load


@pytest.fixture(scope="session")
def drawn_squats(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A video of a drawn person who squats three times: there on every machine."""
    path = tmp_path_factory.mktemp("drawn") / "squats.mp4"
    write_video(path, squats(3))
    return path


@pytest.fixture
def write_clip(tmp_path: Path) -> Callable[[tuple[int, int], int, int], Path]:
    """Writes a clip without anybody in it: of a size (width, height), so many pictures a second, so
    many in all."""

    def write(size: tuple[int, int], rate: int, count: int) -> Path:
        path = tmp_path / "clip.mp4"
        with av.open(str(path), "w") as out:
            stream = out.add_stream("libx264", rate=rate)
            stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
            for i in range(count):
                grey = np.full((size[1], size[0], 3), i * 5 % 255, np.uint8)
                frame = av.VideoFrame.from_ndarray(grey, format="rgb24")
                frame.pts, frame.time_base = i, Fraction(1, rate)
                out.mux(stream.encode(frame))
            out.mux(stream.encode(None))
        return path

    return write


@pytest.fixture
def stun_port() -> Iterator[int]:
    """The port of a STUN server on this machine."""
    loop = asyncio.new_event_loop()
    transport, _ = loop.run_until_complete(
        loop.create_datagram_endpoint(StunServer, local_addr=("127.0.0.1", 0))
    )
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    yield transport.get_extra_info("sockname")[1]
    loop.call_soon_threadsafe(transport.close)
    # A step later: in its own step a closed transport still holds its socket.
    loop.call_soon_threadsafe(loop.call_soon, loop.stop)
    thread.join()
    loop.close()
