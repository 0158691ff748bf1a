// Keeps the screen on while the camera runs. A browser takes the lock back whenever the page is
// hidden, and has none outside HTTPS and localhost, nor where the battery is low: then nothing is
// said, since nothing is wrong but the screen.

const SHOWN = new WeakMap();

function begin() {
  const screen = { running: false };
  let lock = null, asking = false, ended = false;

  async function settle() {
    const wanted = screen.running && !ended && document.visibilityState === "visible";
    if (lock && lock.released) lock = null;
    if (!wanted && lock) {
      const held = lock;
      lock = null;
      await held.release().catch(() => {});
    }
    if (!wanted || lock || asking || !navigator.wakeLock) return;
    asking = true;
    try {
      lock = await navigator.wakeLock.request("screen");
    } catch {}
    asking = false;
    if (lock && (ended || !screen.running)) settle(); // STOP came before the lock
  }

  document.addEventListener("visibilitychange", settle);
  screen.settle = settle;
  screen.end = () => {
    ended = true;
    document.removeEventListener("visibilitychange", settle);
    settle();
  };
  return screen;
}

// Streamlit calls this again at each run, and what is returned only once, when the page is left.
export default function ({ parentElement, data }) {
  if (!SHOWN.has(parentElement)) SHOWN.set(parentElement, begin());
  const screen = SHOWN.get(parentElement);
  screen.running = data.running;
  screen.settle();
  return screen.end;
}
