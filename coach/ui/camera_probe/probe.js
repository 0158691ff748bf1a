// Looks at the camera's permission, the cameras and the video component's frame once a second, and
// tells the page what has changed. It asks for nothing and opens no camera. Follows the functions of
// coach/compat/streamlit_webrtc_frame.py in one script.

const EVERY_MS = 1000;
const PATIENCE_S = 10;
const SHOWN = new WeakMap();

async function cameras() {
  try {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.filter((device) => device.kind === "videoinput");
  } catch (e) {
    return null;
  }
}

async function permission() {
  try {
    return (await navigator.permissions.query({ name: "camera" })).state;
  } catch (e) {
    return "";
  }
}

function begin() {
  const probe = { words: { start: "", stop: "" }, setStateValue: null };
  let told = "", ended = false;
  let waited = 0, running = false, stopped = false, lost = false;

  function pressed(word) {
    stopped = word === "stop";
    lost = false;
    look();
  }

  async function look() {
    forgetSharedDevice();
    const video = readVideoFrames(probe.words, pressed);
    if (running && !video.running && !stopped && !video.failure) lost = true;
    running = video.running;
    waited = video.waiting ? waited + 1 : 0;
    const found = await cameras();
    const report = {
      media: !!(window.isSecureContext && navigator.mediaDevices),
      cameras: found ? found.length : 1,
      permission: await permission(),
      failure: video.failure,
      asking_s: waited >= PATIENCE_S ? PATIENCE_S : 0,
      lost,
    };
    const now = JSON.stringify(report);
    if (!ended && now !== told) {
      told = now;
      probe.setStateValue("report", report);
    }
  }

  const timer = setInterval(look, EVERY_MS);
  probe.look = look;
  probe.end = () => {
    ended = true;
    clearInterval(timer);
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
