// Looks at the camera's permission, the cameras and the video component's frame once a second, and
// tells the page what has changed. It asks for nothing, and opens no camera but that of a connection
// that broke off, by START as a person would. Follows the functions of
// coach/compat/streamlit/webrtc_frame.py in one script.

const EVERY_MS = 1000;
const PATIENCE_S = 10;
const PAUSES_S = [3, 3, 4, 8, 8, 8, 15, 15, 15, 15, 30, 30, 30, 30, 30]; // before each new attempt
const SHOWN = new WeakMap();

async function cameras() {
  try {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.filter((device) => device.kind === "videoinput");
  } catch {
    return null;
  }
}

async function permission() {
  try {
    return (await navigator.permissions.query({ name: "camera" })).state;
  } catch {
    return "";
  }
}

// Whether one of the cameras that were there before is not any more. Where a browser hides their
// names from the page, only their number tells.
function anyGone(before, now) {
  const names = now.map((camera) => camera.deviceId);
  return now.length < before.length || before.some((camera) => !names.includes(camera.deviceId));
}

function begin() {
  const probe = { words: { start: "", stop: "" }, setStateValue: null };
  let told = "", ended = false;
  let waited = 0, running = false, stopped = false, lost = false;
  let before = null, gone = false; // the cameras while pictures came; whether one was taken away
  let focus = ""; // the button that follows the one that was pressed, which loses the focus
  let worked = false, attempts = 0, pauseS = 0; // a connection that worked is tried again

  function pressed(word) {
    stopped = word === "stop";
    // Who presses START within a second of STOP was not seen to have stopped.
    lost = gone = worked = running = false;
    before = null;
    attempts = 0;
    focus = word === "stop" ? "start" : "stop";
    look();
  }

  function seeEnd(video) {
    if (video.picture && probe.words.connected) {
      worked = true;
      attempts = 0;
      lost = false;
    }
    if (running && !video.running && !stopped && !video.failure) {
      lost = true;
      pauseS = PAUSES_S[attempts] || 0;
    }
    running = video.running;
  }

  // Whether the connection that broke off is being tried again.
  function tryAgain(video) {
    if (!lost || !worked || gone || stopped || video.failure) return false;
    if (running) return true;
    if (attempts >= PAUSES_S.length) return false;
    pauseS -= EVERY_MS / 1000;
    // Where the page itself has lost the server, START cannot be pressed, and is later.
    if (pauseS <= 0 && navigator.onLine && pressVideoButton(probe.words.start)) attempts += 1;
    return true;
  }

  async function look() {
    forgetSharedDevice();
    const video = readVideoFrames(probe.words, pressed);
    seeEnd(video);
    if (focus && video.running === (focus === "stop") && focusVideoButton(probe.words[focus]))
      focus = "";
    const retrying = tryAgain(video);
    waited = video.waiting ? waited + 1 : 0;
    const found = await cameras();
    if (found && video.picture) before = before || found;
    if (found && before && anyGone(before, found)) gone = true;
    const report = {
      media: !!(window.isSecureContext && navigator.mediaDevices),
      cameras: found ? found.length : 1,
      permission: await permission(),
      failure: video.failure,
      asking_s: waited >= PATIENCE_S ? PATIENCE_S : 0,
      lost,
      retrying,
      gone,
    };
    const now = JSON.stringify(report);
    if (!ended && now !== told) {
      told = now;
      probe.setStateValue("report", report);
    }
  }

  const timer = setInterval(look, EVERY_MS);
  if (navigator.mediaDevices) navigator.mediaDevices.addEventListener("devicechange", look);
  probe.look = look;
  probe.end = () => {
    ended = true;
    clearInterval(timer);
    if (navigator.mediaDevices) navigator.mediaDevices.removeEventListener("devicechange", look);
  };
  return probe;
}

// Streamlit calls this again at each run, and what is returned only once, when the page is left.
export default function ({ parentElement, data, setStateValue }) {
  const known = SHOWN.get(parentElement);
  const probe = known || begin();
  SHOWN.set(parentElement, probe);
  probe.words = data;
  probe.setStateValue = setStateValue;
  if (!known) probe.look();
  return probe.end;
}
