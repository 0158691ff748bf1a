"""The pose models and the native libraries, on this machine."""
