"""`python -m coach`: the one place where the command line meets the exercises."""

from __future__ import annotations

from coach.cli import main, run_to_exit
from exercises import registry

if __name__ == "__main__":
    run_to_exit(lambda: main(registry()))
