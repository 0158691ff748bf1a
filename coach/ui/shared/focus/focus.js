// Gives the keyboard's focus to a button, once, where what had it is gone from the page.

const WAIT_MS = 100;
const TRIES = 30;
const DONE = new WeakSet();

export default function ({ parentElement, data }) {
  if (DONE.has(parentElement)) return;
  DONE.add(parentElement);
  let tries = 0;
  const timer = setInterval(() => {
    const button = document.querySelector(".st-key-" + CSS.escape(data.key) + " button");
    const free = !document.activeElement || document.activeElement === document.body;
    if (button && free) button.focus({ preventScroll: true });
    tries += 1;
    if ((button && tries > 5) || tries >= TRIES) clearInterval(timer);
  }, WAIT_MS);
  return () => clearInterval(timer);
}
