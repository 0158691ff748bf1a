"""What this process is on the machine: its processors."""
