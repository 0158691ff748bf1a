// Tells the page how high the browser's viewport is, and scrolls to the picture at START.

const SETTLED_MS = 300; // a phone that is being turned has many heights on its way
const SHOWN = new WeakMap();

function scrollToTop(element) {
  for (let box = element.host || element; box; box = box.parentElement)
    if (box.scrollTop > 0) box.scrollTo({ top: 0 });
}

function begin(place) {
  const view = { running: false, told: 0, timer: 0, setStateValue: null };
  function tell() {
    const height = Math.round(window.innerHeight);
    if (height === view.told) return;
    view.told = height;
    view.setStateValue("height", height);
    if (view.running) scrollToTop(place);
  }
  function wait() {
    clearTimeout(view.timer);
    view.timer = setTimeout(tell, SETTLED_MS);
  }
  view.update = ({ data, setStateValue }) => {
    view.setStateValue = setStateValue;
    if (data.running && !view.running) scrollToTop(place);
    view.running = data.running;
    tell();
  };
  view.end = () => {
    clearTimeout(view.timer);
    window.removeEventListener("resize", wait);
  };
  window.addEventListener("resize", wait);
  return view;
}

// Streamlit calls this again at each run, and what is returned only once, when the page is left.
export default function (given) {
  const place = given.parentElement;
  if (!SHOWN.has(place)) SHOWN.set(place, begin(place));
  const view = SHOWN.get(place);
  view.update(given);
  return view.end;
}
