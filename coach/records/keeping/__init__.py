"""A set kept while it is done: nothing lost, and no frame that waits for a disk."""
