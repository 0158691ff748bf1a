"""`python -m benchmarks`: the measurements meet the exercises."""

from __future__ import annotations

from benchmarks.cli import main
from coach.cli import run_to_exit
from exercises import registry

if __name__ == "__main__":
    run_to_exit(lambda: main(registry()))
