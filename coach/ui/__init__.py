"""Streamlit pieces that pages are put together from. They show; they judge nothing."""
