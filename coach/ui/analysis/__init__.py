"""The analysis page: a picture or a video given, looked at, and taken away."""
