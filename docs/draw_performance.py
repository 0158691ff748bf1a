"""Draws what `python -m benchmarks CLIP --json OUT` has measured: docs/performance.svg, or, with
`--live N,M`, docs/live.svg:

python docs/draw_performance.py OUT
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt

WAYS = {
    "network": ("landmark network alone", "#b8c1cc"),
    "mediapipe": ("MediaPipe alone", "#8793a3"),
    "mediapipe_maskless": ("MediaPipe without the mask", "#566272"),
    "frame": ("coach, every frame", "#2f6fde"),
    "common": ("common way", "#e08a3c"),
    "adaptive": ("coach, as often as needed", "#2aa876"),
}
PARTS = {
    "to_rgb": "frame to RGB",
    "camera_watch": "watch the camera",
    "engine": "view, measures,\ntracker, cue",
    "mirror": "mirror",
    "overlay": "overlay",
    "to_frame": "RGB to frame",
}


def draw(found: dict[str, Any], to: Path) -> None:
    """Processor time of each way by model and size, and of the parts beside the network."""
    runs = found["runs"]
    figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4.2), width_ratios=(2.4, 1))
    width = 0.8 / len(WAYS)
    for k, (way, (label, colour)) in enumerate(WAYS.items()):
        places = [i + (k - (len(WAYS) - 1) / 2) * width for i in range(len(runs))]
        heights = [run["ways"].get(way, {}).get("cpu_ms") or 0 for run in runs]
        left.bar(places, heights, width, label=label, color=colour)
    names = [f"{run['model']}\n{run['size'][0]} × {run['size'][1]}" for run in runs]
    left.set_xticks(range(len(runs)), names, fontsize=6.5)
    left.set_ylabel("processor time per frame, ms")
    left.legend(frameon=False, fontsize=8, ncols=3, loc="lower left", bbox_to_anchor=(0, 1))
    at = found["ratios_at"]
    (shown,) = (
        run for run in runs if run["model"] == at["model"] and min(run["size"]) == at["side"]
    )
    costs = [shown["parts"][part]["cpu_median_ms"] for part in PARTS]
    right.barh(list(PARTS.values())[::-1], costs[::-1], color=WAYS["frame"][1])
    right.set_xlabel(f"ms, {shown['model']} at {shown['size'][0]} × {shown['size'][1]}")
    right.set_title("what is ours beside the network", fontsize=9)
    right.tick_params(labelsize=8)
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(to, metadata={"Date": None})


def draw_live(found: dict[str, Any], to: Path) -> None:
    """Frame rates, delays and processor time by how many people are served at once."""
    runs = found["runs"]
    people = [run["sessions"] for run in runs]
    figure, (rates, delays, cores) = plt.subplots(1, 3, figsize=(11, 3.4))
    blue, orange, green, grey = "#2f6fde", "#e08a3c", "#2aa876", "#8793a3"
    rates.plot(people, [run["fps_mean"] for run in runs], "o-", color=blue, label="all")
    rates.plot(people, [run["fps_least"] for run in runs], "o--", color=orange, label="the slowest")
    rates.axhline(24, color=grey, linewidth=0.8)
    rates.set(title="frames returned a second", ylim=(0, 32))
    delays.plot(people, [run["delay_p50_ms"] for run in runs], "o-", color=blue, label="median")
    delays.plot(people, [run["delay_p95_ms"] for run in runs], "o--", color=orange, label="p95")
    delays.set(title="from sent to returned, ms", ylim=(0, None))
    spent = [run["sessions"] * 30e-3 * found["decode_ms"] for run in runs]
    encoded = [run["sessions"] * 30e-3 * found["encode_ms"] for run in runs]
    looked = [run["sessions"] * run["looks_per_s"] * found["network_ms"] / 1e3 for run in runs]
    base = [0.0] * len(runs)
    for label, colour, part in (
        ("decoding", grey, spent),
        ("encoding", orange, encoded),
        ("network", blue, looked),
    ):
        cores.bar(people, part, bottom=base, color=colour, label=label, width=0.6)
        base = [a + b for a, b in zip(base, part, strict=True)]
    rest = [max(0.0, run["cores"] - b) for run, b in zip(runs, base, strict=True)]
    cores.bar(people, rest, bottom=base, color=green, label="all else", width=0.6)
    cores.set(title="cores of the processor")
    for axes in (rates, delays, cores):
        axes.set_xlabel("people at once")
        axes.set_xticks(people)
        axes.legend(frameon=False, fontsize=8)
        axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(to, metadata={"Date": None})


if __name__ == "__main__":
    measured = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    docs = Path(__file__).parent
    if "ways" in measured["runs"][0]:
        draw(measured, docs / "performance.svg")
    else:
        draw_live(measured, docs / "live.svg")
