"""The subcommands of `python -m coach`, one file each."""
