"""Every reach into something private of another library, one file each, with what it works around,
where that stands, and what happens when it no longer applies. docs/quirks.md lists them."""
