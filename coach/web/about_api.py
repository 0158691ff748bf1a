"""What the API tells of itself: exercises, health, the OpenAPI document, and a page to try it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from coach.analysis.exercise_words import exercise_title, how_to_stand, rule_title
from coach.images.limits import ImageLimits
from coach.jobs.limits import JobLimits
from coach.motion.exercise import LEVELS, Exercise, Hold
from coach.texts import say
from coach.vision.models import model_store
from coach.web.openapi import document

_PAGE = Path(__file__).with_name("docs.html")
"""Its texts stand as {{key}}."""

_POLICY = (
    "default-src 'none'; connect-src 'self'; script-src 'unsafe-inline'; "
    "style-src 'unsafe-inline'; img-src blob:; media-src 'self' blob:; frame-ancestors 'self'"
)


class AboutApi:
    """The endpoints. exercises: by key. limits: of videos; image_limits: of pictures."""

    def __init__(
        self, exercises: Mapping[str, Exercise], limits: JobLimits, image_limits: ImageLimits
    ) -> None:
        self._exercises = exercises
        self._limits = limits
        self._image_limits = image_limits

    def exercises(self, _: Request) -> Response:
        """What can be analysed."""
        return JSONResponse({"exercises": [_exercise(e) for e in self._exercises.values()]})

    def health(self, _: Request) -> Response:
        """That it works, and how much it takes."""
        limits = {
            "image_mb": self._image_limits.size / 1e6,
            "image_megapixels": self._image_limits.pixels / 1e6,
            "video_mb": self._limits.upload / 1e6,
            "video_minutes": self._limits.seconds / 60,
        }
        return JSONResponse({"status": "ok", "limits": limits})

    def openapi(self, request: Request) -> Response:
        """The API for programs that read APIs."""
        base = str(request.scope.get("root_path", "")) or "/"
        known = document(list(self._exercises), list(LEVELS), list(model_store.MODELS))
        return JSONResponse({**known, "servers": [{"url": base}]})

    def docs(self, _: Request) -> Response:
        """The API for people: a page that reads the document, and loads nothing from elsewhere."""
        page = _PAGE.read_text(encoding="utf-8")
        page = re.sub(r"\{\{([a-z_.]+)\}\}", lambda place: escape(say(place[1])), page)
        return HTMLResponse(page, headers={"Content-Security-Policy": _POLICY})


def _exercise(exercise: Exercise) -> dict[str, Any]:
    return {
        "key": exercise.key,
        "title": exercise_title(exercise),
        "summary": exercise.summary,
        "how_to_stand": how_to_stand(exercise),
        "goal": "hold" if isinstance(exercise.goal, Hold) else "reps",
        "levels": list(LEVELS),
        "views": sorted(view.value for view in exercise.best_views),
        "rules": [
            {"key": rule.key, "title": rule_title(exercise, rule.key)} for rule in exercise.rules
        ],
    }
