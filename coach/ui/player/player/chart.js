// One measure over time: the reps' phases shaded, faults marked, the limit a line, and a cursor that
// shows where the video is. A click or a drag goes there.

const CHART = { height: 150, left: 40, right: 10, top: 20, bottom: 20 };

class Chart {
  constructor(curve, data, seek) {
    this.curve = curve;
    this.data = data;
    this.seek = seek;
    this.from = 0;
    this.to = 1;
    this.width = 0;
    this.range = valueRange(curve);
    this.svg = shape("svg", {
      class: "chart", role: "img", "aria-label": curve.title, height: CHART.height,
    });
    this.readout = make("span", { class: "readout" });
    const dot = curve.broken ? make("span", { class: "dot", "aria-hidden": "true" }) : null;
    this.root = make("figure", { class: "panel" },
      make("figcaption", {}, dot, make("strong", { text: curve.title }), this.readout), this.svg);
    this.svg.addEventListener("pointerdown", (event) => this.press(event));
    this.svg.addEventListener("pointermove", (event) => this.hover(event));
    this.svg.addEventListener("pointerleave", () => { this.over = null; this.tell(); });
  }

  // Draw from `from` to `to` seconds.
  draw(width, from, to) {
    if (width === this.width && from === this.from && to === this.to) return;
    Object.assign(this, { width, from, to });
    this.svg.setAttribute("viewBox", `0 0 ${width} ${CHART.height}`);
    this.svg.setAttribute("width", width);
    this.cursor = shape("line", { class: "cursor", y1: CHART.top - 6, y2: CHART.height - CHART.bottom });
    this.point = shape("circle", { class: "point", r: 4.5 });
    const clip = "clip-" + this.curve.rules.join("-");
    const area = shape("clipPath", { id: clip }, shape("rect", {
      x: CHART.left, y: 0, width: Math.max(0, width - CHART.left - CHART.right), height: CHART.height,
    }));
    const inside = shape("g", { "clip-path": `url(#${clip})` },
      ...this.shades(), ...this.grid(), ...this.spans(), ...this.limits(),
      shape("path", { class: "line", d: this.path() }), ...this.marks(), ...this.names);
    this.svg.replaceChildren(shape("defs", {}, area), inside, ...this.axes(), this.cursor, this.point);
    this.show(this.now || 0);
  }

  x(t) {
    const span = Math.max(1e-6, this.to - this.from);
    return CHART.left + ((t - this.from) / span) * (this.width - CHART.left - CHART.right);
  }

  y(value) {
    const [low, high] = this.range;
    const tall = CHART.height - CHART.top - CHART.bottom;
    return CHART.top + (1 - (clamp(value, low, high) - low) / (high - low)) * tall;
  }

  band(name, start, end) {
    const x = this.x(start);
    return shape("rect", {
      class: name, x, width: Math.max(1, this.x(end) - x),
      y: CHART.top, height: CHART.height - CHART.top - CHART.bottom,
    });
  }

  inWindow(start, end) {
    return end >= this.from && start <= this.to;
  }

  shades() {
    const found = [];
    for (const move of this.data.moves) {
      if (!this.inWindow(move.start, move.end)) continue;
      if (move.kind === "rep") {
        found.push(this.band("down", move.start, move.bottom), this.band("up", move.bottom, move.end));
      } else {
        found.push(this.band(move.kind, move.start, move.end));
      }
      if (move.label && this.x(move.end) - this.x(move.start) > 14) {
        const x = this.x((Math.max(move.start, this.from) + Math.min(move.end, this.to)) / 2);
        found.push(shape("text", { class: "number", x, y: CHART.top - 7, text: move.label }));
      }
    }
    return found;
  }

  grid() {
    return ticks(...this.range, 4).map((value) => shape("line", {
      class: "grid", x1: CHART.left, x2: this.width - CHART.right, y1: this.y(value), y2: this.y(value),
    }));
  }

  axes() {
    const found = ticks(...this.range, 4).map((value) => shape("text", {
      class: "tick", x: CHART.left - 6, y: this.y(value) + 4, "text-anchor": "end",
      text: valueText(value, this.curve.unit),
    }));
    const step = timeStep(this.to - this.from, Math.max(2, this.width / 80));
    for (let t = Math.ceil(this.from / step) * step; t <= this.to + 1e-6; t += step) {
      found.push(shape("text", {
        class: "tick", x: this.x(t), y: CHART.height - 5, text: clock(t, step < 1),
        "text-anchor": t === 0 ? "start" : this.x(t) > this.width - 24 ? "end" : "middle",
      }));
    }
    return found;
  }

  spans() {
    return this.data.faults
      .filter((fault) => this.curve.rules.includes(fault.rule) && this.inWindow(fault.start, fault.end))
      .map((fault) => this.band("fault", fault.start, fault.end));
  }

  limits() {
    const found = [], named = [];
    for (const line of this.curve.limits) {
      if (!this.inWindow(line.start, line.end)) continue;
      const ends = { x1: this.x(Math.max(line.start, this.from)), x2: this.x(Math.min(line.end, this.to)) };
      // What holds throughout is named once, at the right; what a movement brought along is not.
      const throughout = line.start <= this.from + 0.1 && line.end >= this.to - 0.1;
      for (const [sign, value] of [["≥ ", line.low], ["≤ ", line.high]]) {
        if (value === null) continue;
        const y = this.y(value);
        found.push(shape("line", { class: "limit", ...ends, y1: y, y2: y }));
        if (throughout) named.push({ x: ends.x2 - 3, y, text: sign + valueText(value, this.curve.unit) });
      }
    }
    // Over its line; under it where another line is close above.
    this.names = named.map(({ x, y, text }) => {
      const under = named.some((other) => other.y < y && y - other.y < 18);
      return shape("text", { class: "named", x, y: under ? y + 13 : y - 4, text });
    });
    return found;
  }

  marks() {
    return this.data.faults
      .filter((fault) => this.curve.rules.includes(fault.rule) && this.inWindow(fault.worst, fault.worst))
      .map((fault) => {
        const x = this.x(fault.worst), y = this.y(this.value(fault.worst) ?? this.range[0]);
        return shape("circle", { class: "worst", cx: x, cy: y, r: 5 },
          shape("title", { text: `${fault.title}, ${clock(fault.worst, true)}` }));
      });
  }

  path() {
    const times = this.data.t, values = this.curve.values;
    const first = Math.max(0, firstFrom(times, this.from) - 1);
    const last = Math.min(times.length - 1, firstFrom(times, this.to));
    const parts = [];
    let pen = false, lastX = -1;
    for (let i = first; i <= last; i++) {
      if (values[i] === null) { pen = false; continue; }
      const x = this.x(times[i]);
      if (pen && x - lastX < 0.4 && i < last) continue;
      parts.push((pen ? "L" : "M") + x.toFixed(1) + " " + this.y(values[i]).toFixed(1));
      pen = true;
      lastX = x;
    }
    return parts.join("");
  }

  // The value next to t; null where nothing was seen.
  value(t) {
    const times = this.data.t;
    let i = clamp(firstFrom(times, t), 0, times.length - 1);
    if (i > 0 && t - times[i - 1] < times[i] - t) i -= 1;
    return this.curve.values[i];
  }

  show(t) {
    this.now = t;
    if (!this.cursor) return;
    const value = this.value(t), x = this.x(t);
    this.cursor.setAttribute("x1", x);
    this.cursor.setAttribute("x2", x);
    this.point.style.display = value === null ? "none" : "";
    this.point.setAttribute("cx", x);
    this.point.setAttribute("cy", value === null ? 0 : this.y(value));
    this.tell();
  }

  tell() {
    const t = this.over ?? this.now ?? 0, value = this.value(t);
    const text = value === null ? this.data.texts.unseen : valueText(value, this.curve.unit);
    this.readout.textContent = `${clock(t, true)} · ${text}`;
  }

  at(event) {
    const box = this.svg.getBoundingClientRect();
    const inside = (event.clientX - box.left - CHART.left) / (box.width - CHART.left - CHART.right);
    return this.from + clamp(inside, 0, 1) * (this.to - this.from);
  }

  hover(event) {
    this.over = this.at(event);
    if (event.buttons & 1) this.seek(this.over);
    this.tell();
  }

  press(event) {
    if (event.button !== 0) return;
    const t = this.at(event);
    // A click near the mark of a fault means the fault.
    const near = this.data.faults.find((fault) => this.curve.rules.includes(fault.rule)
      && Math.abs(this.x(fault.worst) - this.x(t)) < 9);
    this.seek(near ? near.worst : t);
  }
}

// From a little below to a little above all that is drawn, limits included. One moment in fifty may
// lie outside: a skeleton that jumps for some frames would press everything else flat.
function valueRange(curve) {
  const seen = curve.values.filter((value) => value !== null).sort((a, b) => a - b);
  const cut = Math.floor(seen.length / 100);
  const limits = curve.limits.flatMap((line) => [line.low, line.high]).filter((value) => value !== null);
  const low = Math.min(seen[cut], ...limits), high = Math.max(seen[seen.length - 1 - cut], ...limits);
  if (!(high > low)) return [low - 1, high + 1];
  const room = (high - low) * 0.08;
  return [low - room, high + room];
}

function ticks(low, high, most) {
  const step = roundStep(high - low, most), found = [];
  for (let i = Math.ceil(low / step); i * step <= high + 1e-9; i++) found.push(i * step);
  return found;
}
