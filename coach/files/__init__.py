"""Videos and landmark tracks: read, written, analysed by what they are handed."""
