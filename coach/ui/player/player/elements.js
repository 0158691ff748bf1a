// Elements and scales that all parts are made of. Texts enter by textContent alone.

const SVG = "http://www.w3.org/2000/svg";

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  return dress(element, attributes, children);
}

function shape(tag, attributes, ...children) {
  return dress(document.createElementNS(SVG, tag), attributes, children);
}

function dress(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "text") element.textContent = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.filter((child) => child));
  return element;
}

function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value));
}

// "1:07", and with tenths "0:04.2", as coach.ui.shared.words writes times.
function clock(seconds, tenths) {
  const whole = Math.max(0, tenths ? Math.floor(seconds * 10 + 0.001) / 10 : Math.floor(seconds));
  const rest = whole % 60;
  const text = tenths ? rest.toFixed(1).padStart(4, "0") : String(rest).padStart(2, "0");
  return Math.floor(whole / 60) + ":" + text;
}

function valueText(value, unit) {
  return unit === "deg" ? Math.round(value) + "°" : value.toFixed(2);
}

// The least step of 1, 2, 5, 10 ... that makes at most `most` of them out of `span`.
function roundStep(span, most) {
  const raw = span / Math.max(1, most);
  const ten = Math.pow(10, Math.floor(Math.log10(raw)));
  return ten * [1, 2, 5, 10].find((step) => step * ten >= raw - 1e-12);
}

// Seconds like 1, 2, 5, 10, 15, 30, 60 ...
function timeStep(span, most) {
  const steps = [0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800];
  return steps.find((step) => span / step <= most) || 3600;
}

// The first index in the rising array whose value is at least `t`.
function firstFrom(times, t) {
  let low = 0, high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < t) low = middle + 1;
    else high = middle;
  }
  return low;
}
