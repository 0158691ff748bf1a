"""Whether this installation works: one check a file, each with a finding that says what to do."""
