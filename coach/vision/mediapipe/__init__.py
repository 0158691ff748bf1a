"""MediaPipe behind one door: its landmarkers, made, shared, proven and closed."""
