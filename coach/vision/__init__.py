"""Pictures in, poses out, and poses drawn: model store, detector (the one importer of mediapipe)
and overlay (the one importer of cv2)."""
