"""What many sets say together, and what one set says when it is looked at again.

Pure: values in, values out, with numpy; no page, no database, no clock. Rules of movement are the
engine's (coach.motion); here they are only read again.
"""
