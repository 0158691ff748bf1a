"""Sound beside annotated pictures: heard when it was heard, and never a reason to fail."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from coach.video.decoding import VideoReader
from coach.video.sound import Sound
from coach.video.writer import writing

RATE, SECONDS, BEEP_S = 48000, 4.0, 1.6


def film(path: Path, codec: str, *, late_s: float = 0.0, video: str = "libx264") -> Path:
    """A dark film that flashes while a beep sounds, from 1.6 to 2.1 s; stamps begin at late_s."""
    with av.open(str(path), "w") as container:
        pictures = container.add_stream(video, rate=25)
        pictures.width, pictures.height, pictures.pix_fmt = 64, 48, "yuv420p"
        sound = container.add_stream(codec, rate=RATE, layout="stereo")
        resampler = av.AudioResampler(
            format=sound.codec_context.format, layout="stereo", rate=RATE,
            frame_size=sound.codec_context.frame_size or 1024,
        )  # fmt: skip
        for i in range(round(SECONDS * 25)):
            t = i / 25
            grey = 230 if BEEP_S <= t < BEEP_S + 0.5 else 20
            frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), grey, np.uint8), "rgb24")
            frame.pts, frame.time_base = i + round(late_s * 25), Fraction(1, 25)
            container.mux(pictures.encode(frame.reformat(format="yuv420p")))
            times = t + np.arange(RATE // 25) / RATE
            heard = np.sin(2 * np.pi * 880 * times) * ((times >= BEEP_S) & (times < BEEP_S + 0.5))
            wave = (np.tile(heard, (2, 1)) * 20000).astype(np.int16)
            part = av.AudioFrame.from_ndarray(np.ascontiguousarray(wave), "s16p", "stereo")
            part.rate, part.time_base = RATE, Fraction(1, RATE)
            part.pts = round((t + late_s) * RATE)
            for piece in resampler.resample(part):
                container.mux(sound.encode(piece))
        for piece in resampler.resample(None):
            container.mux(sound.encode(piece))
        container.mux(sound.encode(None))
        container.mux(pictures.encode(None))
    return path


def carry_over(source: Path, out: Path) -> bool:
    """Copy a film picture by picture, with its sound; whether some of that was lost."""
    with VideoReader(source) as video, Sound(source, video.origin_s) as sound:
        with writing(out, sound) as writer:
            for t, rgb in video:
                writer.write(t, rgb)
        return sound.lost


def flash_and_beep(path: Path) -> tuple[float, float, str]:
    """When each begins, and the codec of the sound."""
    with av.open(str(path)) as container:
        flash = next(
            float(frame.time or 0)
            for frame in container.decode(video=0)
            if frame.to_ndarray(format="gray").mean() > 120
        )
    with av.open(str(path)) as container:
        for frame in container.decode(audio=0):
            loud = np.nonzero(np.abs(frame.to_ndarray().astype(float)).max(axis=0) > 0.05)[0]
            if len(loud):
                beep = float(frame.time or 0) + loud[0] / frame.sample_rate
                return flash, beep, container.streams.audio[0].codec_context.name
    raise AssertionError("no beep")


@pytest.mark.parametrize(
    ("name", "codec", "becomes"),
    [
        ("clip.mp4", "aac", "aac"),
        ("clip.mp4", "libmp3lame", "mp3float"),
        ("clip.ts", "aac", "aac"),
        ("clip.mkv", "libopus", "aac"),
        ("clip.avi", "pcm_s16le", "aac"),
        ("clip.mov", "pcm_s16le", "aac"),
    ],
)
def test_the_beep_is_heard_at_the_flash(
    tmp_path: Path, name: str, codec: str, becomes: str
) -> None:
    out = tmp_path / "out.mp4"
    assert not carry_over(film(tmp_path / name, codec), out)
    flash, beep, kind = flash_and_beep(out)
    assert kind in (becomes, becomes.removesuffix("float"))
    assert flash == pytest.approx(BEEP_S, abs=0.001)
    assert beep == pytest.approx(flash, abs=0.03)


def test_a_recording_whose_stamps_begin_late(tmp_path: Path) -> None:
    out = tmp_path / "out.mp4"
    carry_over(film(tmp_path / "clip.mkv", "libopus", late_s=7.0), out)
    flash, beep, _ = flash_and_beep(out)
    assert beep == pytest.approx(flash, abs=0.03)


def test_a_copied_sound_is_the_same_to_the_bit(tmp_path: Path) -> None:
    source, out = film(tmp_path / "clip.mp4", "aac"), tmp_path / "out.mp4"
    carry_over(source, out)
    packets = []
    for path in (source, out):
        with av.open(str(path)) as container:
            packets.append([bytes(packet) for packet in container.demux(audio=0) if packet.size])
    assert len(packets[1]) > 150
    assert set(packets[1]) <= set(packets[0])


def test_a_film_without_sound_has_none_afterwards(tmp_path: Path) -> None:
    source, out = tmp_path / "clip.mp4", tmp_path / "out.mp4"
    with writing(source) as writer:
        for i in range(10):
            writer.write(i / 10, np.full((48, 64, 3), 90, np.uint8))
    assert not carry_over(source, out)
    with av.open(str(out)) as container:
        assert not container.streams.audio


def test_broken_sound_never_spoils_the_pictures(tmp_path: Path) -> None:
    """Bytes of the file are turned over at random places; all pictures stay."""
    source = film(tmp_path / "clip.mkv", "libopus", video="mpeg4")
    whole = source.read_bytes()
    rng = np.random.default_rng(5)
    for k in range(8):
        data = bytearray(whole)
        for place in rng.integers(2000, len(data), 30):
            data[place] ^= int(rng.integers(1, 256))
        broken, out = tmp_path / f"{k}.mkv", tmp_path / f"{k}.mp4"
        broken.write_bytes(data)
        carry_over(broken, out)
        with VideoReader(out) as video:
            assert sum(1 for _ in video) > 10
