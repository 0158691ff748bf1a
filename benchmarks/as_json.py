"""The figures as JSON; docs/performance.md describes it."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from benchmarks.frame.bench import RATIO_MODEL, RATIO_SIDE, Run, ratios
from benchmarks.frame.way import Figures
from benchmarks.process_memory import peak_memory

LIBRARIES = ("mediapipe", "av", "numpy", "opencv-python-headless", "ai-edge-litert")


def to_json(runs: Sequence[Run], clip: str) -> dict[str, Any]:
    """All figures, rounded to a microsecond. clip: its name."""
    return {
        "format": 1,
        "clip": clip,
        "machine": _machine(),
        "ratios_at": {"model": RATIO_MODEL, "side": RATIO_SIDE},
        "ratios": {
            name: None if ratio is None else round(ratio, 4) for name, ratio in ratios(runs).items()
        },
        "peak_memory_mb": None if (peak := peak_memory()) is None else round(peak / 1e6, 3),
        "runs": [
            {
                "model": run.model,
                "size": list(run.size),
                "ways": {name: _figures(figures) for name, figures in run.ways.items()},
                "parts": {name: _figures(figures) for name, figures in run.parts.items()},
            }
            for run in runs
        ],
    }


def _figures(figures: Figures) -> dict[str, float | None]:
    return {name: _rounded(value) for name, value in asdict(figures).items()}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _machine() -> dict[str, Any]:
    versions: dict[str, str | None] = {}
    for library in LIBRARIES:
        try:
            versions[library] = importlib.metadata.version(library)
        except importlib.metadata.PackageNotFoundError:
            versions[library] = None
    return {
        "processor": platform.machine(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
        "libraries": versions,
    }
