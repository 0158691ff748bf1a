"""streamlit-webrtc keeps to itself that a camera failed, and takes another camera than it is asked.

What getUserMedia failed with stands in an alert inside the component's own frame alone, and that it
is waiting there as a turning circle; the server hears of START only once the camera was given. The
frame has the page's origin and so can be read. And the component remembers the last device under
one name for all connections, beside each connection's own, and prefers it to the front or rear
camera that is asked for. Seen in streamlit_webrtc/frontend/dist/assets/index-*.js of 0.79: the
alert begins with the error's name, as `NotAllowedError: `.

Read are the roles that ARIA gives to both. Where nothing of it is found, nothing is claimed: the
page then tells of a failure only what the browser itself tells, and what the server misses. There
is no line in the log, since a frame without an alert is what there should be.
"""

from __future__ import annotations

COMPONENT = "streamlit_webrtc"
"""Part of the address of the component's frame."""

SHARED_MEMORY = "streamlit-webrtc:device-ids"
"""Where the browser keeps the last device of all connections; each one's own is kept elsewhere."""

_JS = """
function readVideoFrames() {
  const found = { failure: "", waiting: false };
  for (const frame of document.querySelectorAll("iframe")) {
    if (!(frame.src || "").includes("COMPONENT")) continue;
    try {
      for (const alert of frame.contentDocument.querySelectorAll("[role=alert]")) {
        const name = /^\\s*([A-Za-z]*Error)\\b/.exec(alert.textContent);
        if (name) found.failure = name[1];
      }
      found.waiting ||= !!frame.contentDocument.querySelector("[role=progressbar]");
    } catch (e) {}
  }
  return found;
}

function forgetSharedDevice() {
  try { localStorage.removeItem("SHARED_MEMORY"); } catch (e) {}
}
"""

FRAME_JS = _JS.replace("COMPONENT", COMPONENT).replace("SHARED_MEMORY", SHARED_MEMORY)
"""Two functions for a page's script. readVideoFrames() gives the name of the error that START
ended with, empty for none, and whether the camera is being waited for; forgetSharedDevice() clears
the one memory."""
