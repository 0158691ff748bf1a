"""streamlit-webrtc keeps to itself why it ended, and takes another camera than it is asked.

What getUserMedia failed with stands in an alert inside the component's own frame alone, and that it
is waiting there as a turning circle; the server hears of START only once the camera was given, and
of an end without a word on whether somebody pressed STOP or the connection failed. The frame has
the page's origin and so can be read. And the component remembers the last device under one name for
all connections, beside each connection's own, and prefers it to the front or rear camera that is
asked for. Seen in streamlit_webrtc/frontend/dist/assets/index-*.js of 0.79: the alert begins with
the error's name, as `NotAllowedError: `.

Read are the roles that ARIA gives to both, and the buttons by the words that they were given. Where
nothing of it is found, nothing is claimed: the page then tells of a failure only what the browser
itself tells, and what the server misses. There is no line in the log, since a frame without an
alert is what there should be.
"""

from __future__ import annotations

COMPONENT = "streamlit_webrtc"
"""Part of the address of the component's frame."""

SHARED_MEMORY = "streamlit-webrtc:device-ids"
"""Where the browser keeps the last device of all connections; each one's own is kept elsewhere."""

_JS = """
const LISTENED = new WeakSet();
let tellPress = () => {}; // of the newest reader: the page may have been shown anew since

function videoDocuments() {
  const found = [];
  for (const frame of document.querySelectorAll("iframe")) {
    if (!(frame.src || "").includes("COMPONENT")) continue;
    try { if (frame.contentDocument) found.push(frame.contentDocument); } catch {}
  }
  return found;
}

function buttonIn(page, word) {
  return [...page.querySelectorAll("button")].find((each) => each.textContent.trim() === word);
}

function readVideoFrames(words, onPress) {
  tellPress = onPress;
  const found = { failure: "", waiting: false, running: false, picture: false };
  for (const page of videoDocuments()) {
    for (const alert of page.querySelectorAll("[role=alert]")) {
      const name = /^\\s*([A-Za-z]*Error)\\b/.exec(alert.textContent);
      if (name) found.failure = name[1];
    }
    found.waiting ||= !!page.querySelector("[role=progressbar]");
    found.running ||= !!buttonIn(page, words.stop);
    for (const video of page.querySelectorAll("video")) found.picture ||= video.videoWidth > 0;
    if (LISTENED.has(page)) continue;
    LISTENED.add(page);
    page.addEventListener("click", (event) => {
      const button = event.isTrusted && event.target.closest && event.target.closest("button");
      for (const word of ["start", "stop"])
        if (button && button.textContent.trim() === words[word]) tellPress(word);
    }, true);
  }
  return found;
}

function pressVideoButton(word) {
  for (const page of videoDocuments()) {
    const button = buttonIn(page, word);
    if (button && !button.disabled) { button.click(); return true; }
  }
  return false;
}

function focusVideoButton(word) {
  const holder = document.activeElement;
  if (holder && holder !== document.body && holder.tagName !== "IFRAME") return true;
  for (const page of videoDocuments()) {
    const button = buttonIn(page, word);
    if (button && !button.disabled) { button.focus(); return true; }
  }
  return false;
}

function forgetSharedDevice() {
  try { localStorage.removeItem("SHARED_MEMORY"); } catch {}
}
"""

FRAME_JS = _JS.replace("COMPONENT", COMPONENT).replace("SHARED_MEMORY", SHARED_MEMORY)
"""Functions for a page's script. readVideoFrames({start, stop}, onPress) takes the words on the two
buttons; it gives the name of the error that START ended with, empty for none, whether the camera or
the connection is being waited for, whether there is a STOP, which there is from START on, and
whether a picture came back. From then on onPress is called with "start" or "stop" when a person
presses one. pressVideoButton(word) does what a person's press does, and gives whether there was a
button that could be pressed. focusVideoButton(word) gives it the keyboard's focus, unless something
else on the page has it, and gives whether that is settled. forgetSharedDevice() clears the one
memory."""
