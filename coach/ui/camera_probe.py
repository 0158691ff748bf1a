"""What the browser knows of its camera, and the page does not: permission, number, failure.

The server learns of START only when the camera was given. The probe asks for nothing and opens no
camera.
"""

from __future__ import annotations

import streamlit as st

from coach.compat.streamlit_webrtc_frame import FRAME_JS
from coach.live.watchdog import Browser

JS = (
    FRAME_JS
    + """
export default function ({ parentElement, setStateValue }) {
  let last = "", asking = 0, stopped = false;
  async function look() {
    const report = { media: !!(window.isSecureContext && navigator.mediaDevices),
                     cameras: 1, permission: "", failure: "", asking_s: 0 };
    forgetSharedDevice();
    try {
      const devices = await navigator.mediaDevices.enumerateDevices();
      report.cameras = devices.filter((d) => d.kind === "videoinput").length;
    } catch (e) {}
    try {
      report.permission = (await navigator.permissions.query({ name: "camera" })).state;
    } catch (e) {}
    const { failure, waiting } = readVideoFrames();
    report.failure = failure;
    asking = waiting ? asking + 1 : 0;
    report.asking_s = asking >= 10 ? 10 : 0;
    const now = JSON.stringify(report);
    if (!stopped && now !== last) { last = now; setStateValue("report", report); }
  }
  look();
  const timer = setInterval(look, 1000);
  return () => { stopped = true; clearInterval(timer); };
}
"""
)


def look() -> Browser | None:
    """The browser's newest report; None before the first. Reruns the part of the page in which it
    is called when something changes."""
    # Anew at each run: a component belongs to the runtime it was made in, and in Streamlit 1.65 one
    # made at import is unknown to every later runtime, as tests have them.
    mount = st.components.v2.component("coach.camera_probe", html="<span></span>", js=JS)
    result = mount(key="camera-probe", default={"report": None}, on_report_change=lambda: None)
    return Browser.from_report(result.get("report"))
