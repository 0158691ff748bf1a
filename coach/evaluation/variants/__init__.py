"""Clips and tracks as another camera would have seen them."""
