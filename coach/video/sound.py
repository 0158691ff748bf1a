"""The sound of a video, carried over into another one packet by packet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from fractions import Fraction
from pathlib import Path

import av
import av.error
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.packet import Packet
from av.stream import Discard

from coach.video.opening import open_container, open_file

# What MP4 holds and every browser plays is copied as it is; all else becomes AAC.
COPIED = ("aac", "mp3")
RATES = (48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000)
# Samples in a packet of AAC.
SAMPLES = 1024

Packets = Iterator["Packet[AudioStream]"]


class Sound:
    """The sound of one file, read beside its pictures. Use it in a `with` block.

    Sound never spoils a video: where it cannot be read on it ends, and `lost` says so.
    """

    def __init__(self, path: Path, origin_s: float) -> None:
        """origin_s: the file's own time of the first picture, in seconds. Raises VideoError."""
        self._origin_s = origin_s
        self._stack = ExitStack()
        self.lost = False
        self._container: OutputContainer | None = None
        self._packets: Packets = iter(())
        self._next: Packet[AudioStream] | None = None
        with ExitStack() as stack:
            source = stack.enter_context(open_container(stack.enter_context(open_file(path)), path))
            self._source = source
            self._stream = _stream(source)
            self._stack = stack.pop_all()

    def __enter__(self) -> Sound:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def begin(self, container: OutputContainer) -> None:
        """Add a stream for the sound, if there is any, to a container that has no packet yet."""
        stream = self._stream
        if stream is None:
            return
        self._container = container
        try:
            if stream.codec_context.codec.canonical_name in COPIED:
                packets = self._copied(container, stream)
            else:
                packets = self._encoded(container, stream)
        except (av.error.FFmpegError, ValueError):
            self.lost = True
            return
        self._packets = packets
        self._advance()

    def until(self, t: float) -> None:
        """Write what is heard up to t seconds after the first picture.

        Raises what the container raises, as for pictures.
        """
        while self._next is not None and self._container is not None:
            packet = self._next
            if packet.pts is None or packet.pts * packet.time_base > t:
                return
            self._container.mux(packet)
            self._advance()

    def _advance(self) -> None:
        try:
            self._next = next(self._packets, None)
        except (av.error.FFmpegError, ValueError):
            self._next, self.lost = None, True

    def _copied(self, container: OutputContainer, stream: AudioStream) -> Packets:
        out = container.add_stream_from_template(stream)

        def packets() -> Packets:
            last = -1
            for packet in self._source.demux(stream):
                if packet.pts is None or packet.time_base is None or packet.is_corrupt:
                    continue
                pts = packet.pts - round(self._origin_s / packet.time_base)
                # Before the first picture, or a step back where recordings were joined.
                if pts <= last:
                    continue
                packet.pts = packet.dts = last = pts
                packet.stream = out
                yield packet

        return packets()

    def _encoded(self, container: OutputContainer, stream: AudioStream) -> Packets:
        rate = stream.codec_context.sample_rate
        rate = rate if rate in RATES else RATES[0]
        layout = "mono" if stream.codec_context.channels == 1 else "stereo"
        out = container.add_stream("aac", rate=rate)
        assert isinstance(out, AudioStream), "aac is sound"
        out.codec_context.layout = layout
        resampler = av.AudioResampler(format="fltp", layout=layout, rate=rate, frame_size=SAMPLES)

        def frames() -> Iterator[AudioFrame | None]:
            for packet in self._source.demux(stream):
                try:
                    decoded = packet.decode()
                except av.error.FFmpegError:
                    continue
                for frame in decoded:
                    yield from resampler.resample(frame)
            yield from resampler.resample(None)
            yield None

        def packets() -> Packets:
            last = -1
            for frame in frames():
                if frame is not None:
                    start = last + 1
                    if frame.time is not None:
                        start = round((frame.time - self._origin_s) * rate)
                    if start <= last:
                        continue
                    last = start + frame.samples - 1
                    frame.pts, frame.time_base = start, Fraction(1, rate)
                yield from out.encode(frame)

        return packets()


def _stream(source: InputContainer) -> AudioStream | None:
    """The first stream of sound that can be decoded; the others are not even read."""
    found = None
    for stream in source.streams:
        if found is None and isinstance(stream, AudioStream) and stream.codec_context is not None:
            found = stream
        else:
            stream.discard = Discard.all
    return found
