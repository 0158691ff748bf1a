"""Every reach into something private of another library, one file each, named by library and
subject. Each says what it works around, where that stands upstream, with which versions it was
seen, and what happens once it no longer applies: the public way, and one line in the log.
docs/quirks.md lists them all, and a test of each fails once upstream has mended the thing or moved
what is used."""
