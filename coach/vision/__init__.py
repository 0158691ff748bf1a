"""Pictures in, poses out, and poses drawn: model store and networks, detector (with networks/ the
one importer of mediapipe) and overlay (the one importer of cv2)."""
