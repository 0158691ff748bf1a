"""Landmark tracks as files, texts and packed bytes."""
