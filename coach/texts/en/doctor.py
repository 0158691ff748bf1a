"""The check of an installation (coach/doctor)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "doctor.title": "Check",
        "doctor.intro": (
            "Whether this installation works: versions, pose models, detection, videos, records "
            "and relay. It takes up to a minute, in which the coach goes on."
        ),
        "doctor.begin": "Check now",
        "doctor.checking": "Checking",
        "doctor.not_here": (
            "This page is for those who run this server: open it from the server's own network, or "
            "set {setting}=all."
        ),
        "doctor.line": "{grade:<5}  {subject}: {sentence}",
        "doctor.grade_fine": "fine",
        "doctor.grade_note": "note",
        "doctor.grade_wrong": "WRONG",
        "doctor.not_well": "Of these checks {count} failed: do what their lines say.",
        "doctor.all_well": "Everything works.",
        "doctor.camera": (
            "Cameras belong to browsers: open the app and its page Check with each of them."
        ),
        # What is checked, in a word or two.
        "doctor.browser": "This browser's camera",
        "doctor.codecs": "Video codecs",
        "doctor.detection": "Detection",
        "doctor.fonts": "Fonts",
        "doctor.models": "Pose model",
        "doctor.ports": "Ports",
        "doctor.python": "Python",
        "doctor.records": "Records",
        "doctor.relay": "Relay",
        "doctor.versions": "Versions",
        # Alphabets.
        "doctor.arabic": "Arabic",
        "doctor.chinese": "Chinese",
        "doctor.cyrillic": "Cyrillic",
        "doctor.latin": "Latin",
        # What was found.
        "doctor.browser_fine": "the browser has a camera ({cameras} in all) and may offer it",
        "doctor.browser_waits": "the browser has not answered yet",
        "doctor.codecs_complete": "FFmpeg {version} reads and writes all that is needed",
        "doctor.codecs_missing": (
            "FFmpeg lacks {names}: install PyAV's own wheel, pip install --force-reinstall av"
        ),
        "doctor.detection_blind": (
            "{model} sees nobody where somebody is drawn: run pip install -r requirements.txt, "
            "which brings the versions that were tried"
        ),
        "doctor.detection_fails": (
            "{model} cannot be run ({why}): run pip install -r requirements.txt, which brings the "
            "versions that were tried"
        ),
        "doctor.detection_not_tried": "not tried, since no pose model is here yet",
        "doctor.detection_right": (
            "{model} sees the drawn person, {distance:.4f} of the picture off at most; the quicker "
            "network is proven to see the same"
        ),
        "doctor.detection_right_published": (
            "{model} sees the drawn person, {distance:.4f} of the picture off at most; the network "
            "is used as it is published, since the quicker one could not be proven here"
        ),
        "doctor.detection_wrong": (
            "{model} sees the drawn person in the wrong place, by more than {noise:.2f} of the "
            "picture: run pip install -r requirements.txt, which brings the versions that were "
            "tried"
        ),
        "doctor.fonts_complete": "Latin, Cyrillic, Arabic and Chinese letters can be drawn",
        "doctor.fonts_missing": (
            "letters of these alphabets are drawn as boxes: {names}; on Debian, apt-get install "
            "fonts-noto-core fonts-noto-cjk"
        ),
        "doctor.model_not_here": "{model} is not here; it is fetched when it is first chosen",
        "doctor.model_right": "{model} is as it was published ({path})",
        "doctor.no_lock": "{file} is not here, so that the versions cannot be compared",
        "doctor.no_relay": (
            "none is configured; on this machine and in its network none is needed, elsewhere see "
            "Hosting in the documents"
        ),
        "doctor.packages_as_tried": "all {count} packages are the ones that were tried",
        "doctor.packages_missing": "missing: {names}; run pip install -r requirements.txt",
        "doctor.packages_other": (
            "installed, and in brackets what was tried: {names}; pip install -r requirements.txt "
            "brings what was tried"
        ),
        "doctor.port_free": "{port} is free for the page",
        "doctor.port_ours": "{port}: the app answers there",
        "doctor.port_taken": (
            "{port} is taken by another program: end it, or start with --server.port and another "
            "number"
        ),
        "doctor.provider_silent": (
            "{provider} gives no relay servers ({why}): check its keys, and whether this machine "
            "reaches the internet"
        ),
        "doctor.python_is": "{version}",
        "doctor.records_kept": "kept in {place}",
        "doctor.relay_incomplete": "settings are missing: {missing}",
        "doctor.server_answers": "{url} answers",
        "doctor.server_silent_relay": (
            "{url} gives no relay: check name and password, and that its port is open"
        ),
        "doctor.server_silent_srflx": (
            "{url} does not tell this machine's outer address: check that UDP may leave, or name "
            "another in COACH_STUN_URLS"
        ),
        "doctor.udp_closed": "no UDP port can be opened ({why}): video needs one for each person",
        "doctor.udp_free": "UDP ports can be opened for video",
        # What the live page says where detection cannot be trusted.
        "doctor.live_wrong": (
            "Detection does not work on this server: nothing would be counted. Its host finds out "
            "why by python -m coach doctor."
        ),
    }
)
