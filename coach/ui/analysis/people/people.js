// A picture with a numbered place on everybody in it; a click on one tells the page its number.

const SHOWN = new WeakMap();

function make(tag, className, children) {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...(children || []));
  return element;
}

function percent(part) {
  return Math.min(100, Math.max(0, part * 100)).toFixed(2) + "%";
}

function person(each, data, setTriggerValue) {
  const number = make("span", "number");
  number.textContent = each.number;
  const button = make("button", "person", [number]);
  button.type = "button";
  button.setAttribute("aria-label", each.label);
  button.setAttribute("aria-pressed", String(each.number === data.chosen));
  const [left, top, right, bottom] = each.box;
  button.style.left = percent(left);
  button.style.top = percent(top);
  button.style.width = percent(Math.min(1, right) - Math.max(0, left));
  button.style.height = percent(Math.min(1, bottom) - Math.max(0, top));
  button.addEventListener("click", () => setTriggerValue("picked", each.number));
  return button;
}

export default function show({ parentElement, data, setTriggerValue }) {
  const image = document.createElement("img");
  image.src = data.src;
  image.alt = data.alt;
  // The smaller ones on top, so that the one who stands before somebody larger can be chosen.
  const people = data.people.map((each) => person(each, data, setTriggerValue));
  const root = make("div", "people", [image, ...people]);
  SHOWN.get(parentElement)?.remove();
  SHOWN.set(parentElement, root);
  parentElement.append(root);
}
