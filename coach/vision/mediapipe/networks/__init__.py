"""MediaPipe's published networks as files: made complete, and without what costs time or memory and
changes no landmark."""
