"""Video over WebRTC: there, worked on, and back."""
