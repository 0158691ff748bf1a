"""What the measurements say, by key, beside the texts of the coach."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from coach import texts

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "bench.bad_seconds": "--seconds must be more than 0 and at most 600.",
        "bench.bad_size": (
            "{size!r} is no size: name the shorter side of the picture, {smallest} to {largest}."
        ),
        "bench.bar": "measuring",
        "bench.column_cpu": "cpu ms",
        "bench.column_fps": "fps/core",
        "bench.column_median": "median",
        "bench.column_memory": "+MB",
        "bench.column_p95": "p95",
        "bench.column_wall": "wall ms",
        "bench.column_wall_p95": "p95",
        "bench.files_analysis": "analysis, looking as often as needed",
        "bench.files_analysis_every": "analysis, looking at every frame",
        "bench.files_bare": "bare loop: PyAV and MediaPipe",
        "bench.files_head": (
            "way                                          fps  cpu ms  over the bare loop: fps  cpu"
        ),
        "bench.files_row": "{way:42}  {fps:5.1f}  {cpu_ms:6.2f}  {wall:23.2f}  {cpu:5.2f}",
        "bench.files_video": "and an annotated video, as often as needed",
        "bench.files_video_every": "and an annotated video, every frame",
        "bench.head": "{model}, {width} x {height}, {frames} frames",
        "bench.no_interpreter": (
            "The bare network was not measured: pip install ai-edge-litert and measure again."
        ),
        "bench.help": "Measure what a frame costs, beside the network and the common way.",
        "bench.help_files": (
            "measure the analysis of files instead, beside a loop of nothing but PyAV and MediaPipe"
        ),
        "bench.help_live": (
            "start the app and so many people at once on this machine instead; 1,2,4 measures each"
        ),
        "bench.help_models": "pose models to measure, with commas: all by default",
        "bench.help_seconds": "how much of the clip to take, 8 seconds by default",
        "bench.help_sizes": "shorter sides of the picture to measure: 360,480,720 by default",
        "bench.live_bad_number": (
            "--live takes how many people train at once, 1 to {most}, or several such numbers "
            "(1,2,4), not {value!r}."
        ),
        "bench.live_head": (
            "sessions  fps least  mean  delay p50  p95 ms  not returned  cores  MB    network ms  "
            "looks/s  saving"
        ),
        "bench.live_machine": (
            "Load average of the machine: {before:.1f} before, {after:.1f} after; what else it did "
            "is in these figures."
        ),
        "bench.live_memory": "Memory for one session more: {megabytes:.0f} MB",
        "bench.live_narrow": (
            "{file} is too narrow for the marks that are drawn into it: take one that is {width} "
            "pixels wide at 360p."
        ),
        "bench.live_no_app": "The app did not start: {why}",
        "bench.live_no_picture": (
            "No picture came back from the app ({why}): try fewer people at once."
        ),
        "bench.live_row": (
            "{sessions:8d}  {fps_least:9.1f}  {fps_mean:4.1f}  {delay_p50_ms:9.0f}  "
            "{delay_p95_ms:6.0f}  {not_returned:12.1%}  {cores:5.2f}  {memory_mb:4.0f}  "
            "{look_ms:10.1f}  {looks_per_s:7.1f}  {step:6d}"
        ),
        "bench.live_sum": (
            "{sessions} at once: {cores:.2f} cores each, of which {decoding:.2f} decoding, "
            "{encoding:.2f} encoding, {looking:.2f} the network; with nothing else to do there "
            "were room for {room:.1f}"
        ),
        "bench.part_camera_watch": "watch the camera",
        "bench.part_detect": "detect",
        "bench.part_engine": "view, measures, tracker, cue",
        "bench.part_mirror": "mirror",
        "bench.part_overlay": "overlay",
        "bench.part_to_frame": "RGB to frame",
        "bench.part_to_rgb": "frame to RGB",
        "bench.parts": "of the coach's frame:",
        "bench.peak": "Most memory in use: {megabytes:.0f} MB",
        "bench.ratio_adaptive_over_mediapipe": "coach as often as needed over MediaPipe",
        "bench.ratio_common_over_frame": "common way over coach",
        "bench.ratio_frame_over_mediapipe": "coach over MediaPipe",
        "bench.ratio_frame_over_mediapipe_maskless": "coach over MediaPipe without the mask",
        "bench.ratio_mediapipe_over_network": "MediaPipe over the bare network",
        "bench.ratios": "Processor time, {model} at {side}:",
        "bench.rounds": "rounds",
        "bench.too_short": "{file} has too few frames to measure: take a clip of some seconds.",
        "bench.unknown": "-",
        "bench.way_adaptive": "coach, looking as often as needed",
        "bench.way_common": "common way",
        "bench.way_frame": "coach, looking at every frame",
        "bench.way_mediapipe": "MediaPipe alone",
        "bench.way_mediapipe_maskless": "MediaPipe without the mask",
        "bench.way_network": "landmark network alone",
    }
)


def say(key: str, **values: object) -> str:
    """The text under `key`, one of these or of the coach's, with its places filled in.

    Raises KeyError when the key is unknown, or when a value that the text asks for is missing.
    """
    own = TEXTS.get(key)
    return texts.say(key, **values) if own is None else own.format(**values)
