"""The app as a whole, the live coach and the guide."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        # app: the app as a whole (coach_app.py)
        "app.about": "**Fitness coach {version}**, a training aid and no medical device.",
        "app.title": "Fitness coach",
        "app.live": "Live",
        "app.analysis": "Analysis",
        "app.guide": "Guide",
        "app.history": "History",
        # log: what the server says that it does (coach/live, coach/jobs)
        "log.begun": "The coach is ready",
        "log.ended": "The coach has ended",
        "log.session_begun": "A camera's picture comes: {exercise}",
        "log.unforeseen": "{asked} could not be answered: {what}, at {at}",
        "log.no_picture": "A page shows no picture: {why}",
        "log.session_ended": "A connection ended after {frames} frames",
        # gate: how to stand before the first rep, drawn in the picture: short, to one person
        "gate.no_person": "I cannot see you: step into the picture",
        "gate.too_far": "I cannot see you any more: come closer",
        "gate.somebody_else": "I see somebody else, and wait for you",
        "gate.step_back": "Step back: I cannot see all of you",
        "gate.come_closer": "Come closer to the camera",
        "gate.show_feet": "Step back: I cannot see your feet",
        "gate.show_knees": "Step back: I cannot see your knees",
        "gate.show_hips": "Step back: I cannot see your hips",
        "gate.show_hands": "I cannot see your hands",
        "gate.show_arms": "I cannot see your arms",
        "gate.show_shoulders": "I cannot see your shoulders",
        "gate.turn_sideways": "Turn sideways to the camera",
        "gate.stand_up": "Stand up to begin",
        "gate.stand_up_or_turn": "You do not stand in the picture: stand up, or turn the camera",
        "gate.on_its_side": "The picture lies on its side: turn the camera",
        "gate.upside_down": "The picture is upside down: turn the camera",
        "gate.bent_forward": "Stand upright to begin",
        "gate.get_down": "Get down on the floor to begin",
        "gate.on_your_hands": "Get up on your hands",
        "gate.hands_under_shoulders": "Put your hands under your shoulders",
        "gate.elbows_under_shoulders": "Put your elbows under your shoulders",
        "gate.hips_off_floor": "Lift your hips off the floor",
        "gate.slide_down": "Slide down until your thighs are level",
        # guide: how each exercise is done and judged (pages/guide.py)
        "guide.title": "How it is done, and what is watched",
        "guide.intro": (
            "Each exercise is judged by the rules below, and each rule only from camera positions "
            "from which it can be seen."
        ),
        "guide.counted": (
            "You may pause at the bottom: up to {rest:.0f} seconds there are a paused rep, and "
            "cost nothing. Longer is a rest, which does not count. What jumps from one still "
            "picture to another, faster than a body moves, is no rep."
        ),
        "guide.held": (
            "The time runs while you keep still in form. It stops while you move; a break of up to "
            "{grace:.0f} s is forgiven."
        ),
        "guide.scored": (
            "A rep has 100 points, less those of each rule below that it breaks, up to {range} "
            "where it is short of the full range, {tempo} for going down too quickly, {smoothness} "
            "for not moving smoothly and {symmetry} where left and right differ. What was not seen "
            "costs nothing."
        ),
        "guide.proven": (
            "Proven: right on {right} of {clips} clips of real people (people or places: "
            "{people}), on which most of its limits were chosen."
        ),
        "guide.tried": (
            "Tried, not proven: right on {right} of {clips} clips of real people (people or "
            "places: {people}), on which its limits were chosen."
        ),
        "guide.unseen": "When the coach does not see you as it should",
        "guide.unseen_far": (
            "Far away you are looked for in parts of the picture, and counted where you are found: "
            "come closer when the coach asks for it, and it measures better."
        ),
        "guide.unseen_side": (
            "A picture that lies on its side or upside down is judged turned from the first rep "
            "on: turn the camera when the coach asks for it."
        ),
        "guide.unseen_else": (
            "When you leave and somebody else is in the picture, counting waits until you are "
            "back: if you only changed your clothes, press STOP and START."
        ),
        "guide.watched": "What is watched",
        "guide.rule": "Rule",
        "guide.says": "The coach says",
        "guide.points": "Points",
        "guide.views": "Seen from",
        "guide.beginner": "Beginner",
        "guide.strict": "Strict",
        "guide.between": "{low} to {high}",
        "guide.at_least": "at least {limit}",
        "guide.at_most": "at most {limit}",
        "guide.everywhere": "anywhere",
        "guide.front": "the front",
        "guide.side": "the side",
        "guide.oblique": "half turned",
        "guide.sources": "Where the numbers come from",
        # joint: joints by name (coach.motion.poses.joints), for the angle at one of them
        "joint.ankle": "Ankle",
        "joint.elbow": "Elbow",
        "joint.hip": "Hip",
        "joint.knee": "Knee",
        "joint.shoulder": "Shoulder",
        # live: the live page (pages/live.py, coach/live, coach/ui)
        "live.start": "START",
        "live.stop": "STOP",
        "live.select_device": "Select camera",
        "live.exercise": "Exercise",
        "live.level": "Level",
        "live.level_beginner": "Beginner",
        "live.level_strict": "Strict",
        "live.camera": "Camera",
        "live.camera_user": "Front",
        "live.camera_environment": "Rear",
        "live.camera_locked": "Press STOP to change between front and rear camera.",
        "live.mirror": "Mirror",
        "live.mirror_help": "Shows you as in a mirror; texts stay readable.",
        "live.privacy": "Privacy view",
        "live.privacy_help": "Draws the skeleton on a plain ground instead of your picture.",
        "live.model": "Pose model",
        "live.model_help": (
            "Lite is the fastest, heavy the most exact. Full is right for most machines."
        ),
        "live.model_lite": "Lite",
        "live.model_full": "Full",
        "live.model_heavy": "Heavy",
        "live.model_fetching": (
            "Fetching the {model} pose model: {done:.1f} of {total:.1f} MB, once"
        ),
        "live.model_opening": "Looking for the {model} pose model",
        "live.model_retry": "Try again",
        "live.idle": "Press START below the video. Then step back: counting begins hands-free.",
        "live.running": "Live",
        "live.connecting": "Connecting",
        "live.reps": "Reps",
        "live.not_counted": "Not counted",
        "live.hold": "Hold",
        "live.best_hold": "Longest hold",
        "live.down": "Down, last rep",
        "live.up": "Up, last rep",
        "live.range": "Range, last rep",
        "live.range_now": "Range now",
        "live.score": "Score, last rep",
        "live.lost": "Last rep lost points for: {lost}",
        "live.view_front": "Seen from the front",
        "live.view_left": "Seen from the side",
        "live.view_right": "Seen from the side",
        "live.view_oblique": "Seen half turned",
        "live.view_unknown": "View not known yet",
        "live.frames": "{received:.0f} frames/s from the camera, {processed:.0f} worked on",
        "live.sharing": (
            "This machine is busy: the coach looks at fewer of your pictures, and goes on counting."
        ),
        "live.sharing_model": (
            "This machine is busy: the coach looks at fewer of your pictures, with the pose model "
            "{model}, and goes on counting."
        ),
        "live.somebody_else": (
            "Somebody else is in the picture: nothing is counted until you are back. If it is you, "
            "press STOP and START."
        ),
        "live.never_seen": (
            "Nobody has been seen since you pressed START. Step back until you are in the picture "
            "from head to feet, two to four metres away; put a light in front of you, not behind; "
            "and see to it that the picture is neither upside down nor on its side."
        ),
        "live.full": (
            "All places are taken: you are number {place} in the queue. Keep this page open; the "
            "camera appears here as soon as a place is free."
        ),
        "live.seconds": "{seconds:.1f} s",
        "live.at_most": "{value}, at most {limit}",
        "live.at_least": "{value}, at least {limit}",
        "live.attempt": "{time} · {why}",
        "live.camera_black": (
            "The camera sends a black picture: uncover its lens, open its shutter, or choose "
            "another camera."
        ),
        "live.camera_frozen": (
            "The camera has been sending one and the same picture: press STOP and START, or choose "
            "another camera."
        ),
        "live.trouble.model": (
            "The pose model could not be opened ({detail}): choose another one, or look into the "
            "server's log."
        ),
        "live.trouble.detector": (
            "No pose could be sought in the last picture ({detail}): if this stays, press STOP and "
            "START."
        ),
        "live.trouble.engine": (
            "The last movement could not be judged ({detail}): if this stays, begin a new set."
        ),
        "live.trouble.drawing": (
            "The last picture could not be drawn on ({detail}), but counting goes on."
        ),
        "live.why.permission": (
            "The browser does not let this page use the camera: press the camera or lock symbol "
            "beside the address, allow the camera, and press START again."
        ),
        "live.why.no_camera": (
            "The browser finds no camera: plug one in or switch it on, and press START again."
        ),
        "live.why.busy": (
            "The camera does not open, most likely because another program uses it: close that "
            "program, and press START again."
        ),
        "live.why.https": (
            "Browsers give the camera to secure pages only: open this page by an address that "
            "begins with https://, or with http://localhost on the machine it runs on."
        ),
        "live.why.other": (
            "The browser could not open the camera: choose another one by Select camera, or try "
            "another browser."
        ),
        "live.why.unanswered": (
            "The browser is still waiting for you to allow the camera: look for its question "
            "beside the address."
        ),
        "live.why.blocked": (
            "Browser and server are in one network but do not reach each other: let the firewall "
            "pass UDP between them, and start again."
        ),
        "live.why.no_relay": (
            "Browser and server do not reach each other directly, and no relay is configured: the "
            "app's owner can set one up (TURN; see docs/hosting.md), or you can try another "
            "network."
        ),
        "live.why.relay_fails": (
            "Browser and server do not reach each other, not even through the configured relay: "
            "its address and password need a look, or your network blocks it."
        ),
        "live.why.relay_silent": (
            "Browser and server do not reach each other directly, and the relay's provider did not "
            "hand out its servers: the app's owner should check its keys."
        ),
        "live.why.no_frames": (
            "Connected, but the camera sends no picture: check that no other program uses it and "
            "that this tab is in the foreground, or choose another camera."
        ),
        "live.why.ceased": (
            "The picture has ceased: bring this tab to the foreground, see whether another program "
            "took the camera, and check the network; your set is kept."
        ),
        "live.why.camera_gone": (
            "The camera is gone: plug it in or switch it on again, then press STOP and START to go "
            "on; your set is kept."
        ),
        "live.why.retrying": (
            "The connection to the server broke off. It is being tried again, without your doing "
            "anything; your set is kept."
        ),
        "live.why.lost": (
            "The connection to the server broke off: check the network, and press START to go on; "
            "your set is kept."
        ),
        "live.relay_incomplete": (
            "Relay settings are incomplete ({missing} not set), so that relay is not used."
        ),
        # phase: where in a rep or a hold the person is, one word, drawn in the picture
        "phase.setup": "Get ready",
        "phase.top": "Ready",
        "phase.descent": "Down",
        "phase.bottom": "Up now",
        "phase.ascent": "Up",
        # phase.up: the same where the way out leads up, as in a curl
        "phase.up.descent": "Up",
        "phase.up.bottom": "Down now",
        "phase.up.ascent": "Down",
        "phase.hold": "Hold",
        "phase.broken": "Form lost",
        "phase.paused": "Paused",
        # reason: why an attempt did not count, where no exercise says it better
        "reason.rested": "Rested at the bottom",
        "reason.one_side": "One side only",
        # score: what costs a rep points without being a fault of form
        "score.lost": "{title} (-{points})",
        "score.range": "Short of the full range",
        "score.tempo": "Too quick down",
        "score.smoothness": "Not smooth",
        "score.symmetry": "Left and right differ",
        # set: the summary of a set (coach/ui/shared/set_summary.py)
        "set.title": "Your set",
        "set.earlier": "Earlier sets",
        "set.line": "{exercise} · {level} · {result}",
        "set.number": "Rep",
        "set.side": "Side",
        "set.side_left": "Left",
        "set.side_right": "Right",
        "set.side_both": "Both",
        "set.down": "Down (s)",
        "set.up": "Up (s)",
        "set.range": "Range",
        "set.faults": "Faults",
        "set.score": "Score",
        "set.lost": "Points lost for",
        "set.nothing_lost": "nothing",
        "set.at": "At",
        "set.why": "Why it did not count",
        "set.from": "From",
        "set.to": "To",
        "set.held": "Held",
        "set.time": "Time",
        "set.total": "Score",
        "set.reps.other": "{count} reps",
        "set.reps.one": "{count} rep",
        "set.hold": "{hold} held",
        "set.next": "When the camera runs again",
        "set.continue": "Continue this set",
        "set.new": "New set",
    }
)
