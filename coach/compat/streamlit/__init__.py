"""Reaches into Streamlit and streamlit-webrtc."""
