"""The classes by which a TFLite file is read and written, out of MediaPipe's package.

MediaPipe carries them for its own metadata writer (mediapipe/tasks/metadata/schema_py_generated.py,
generated from tensorflow/lite/schema/schema.fbs) and documents them nowhere; no other package of
the size that is fit for this brings them. Seen with MediaPipe 1.1 to 1.2.3.

When they are gone, importing this fails, and coach/vision/mediapipe/shared_model.py uses networks
as they are published, with one line in the log.
"""

from __future__ import annotations

from mediapipe.tasks.metadata import schema_py_generated as schema

__all__ = ["schema"]
