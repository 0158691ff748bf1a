// The parts around the charts: the rows of what was done, the strip of the whole recording, and the
// pictures of faults.

function rowList(data, go) {
  const rows = data.rows.map((row) => {
    const notes = row.notes.map((note) =>
      make("span", { class: "note " + note.tone, text: note.text }));
    const cells = row.cells.map((cell) =>
      make("span", { class: "cell" }, make("small", { text: cell.label }), cell.value));
    const button = make("button", {
      type: "button", class: "row " + row.kind, "data-at": row.start, onclick: () => go(row),
    },
      make("span", { class: "badge", text: row.label }),
      make("span", { class: "what" },
        make("span", { class: "cells" }, make("span", { class: "when", text: row.when }), ...cells),
        notes.length ? make("span", { class: "notes" }, ...notes) : null));
    return { row, button };
  });
  const list = make("div", { class: "rows", role: "group", "aria-label": data.texts.rows },
    ...rows.map(({ button }) => button));
  if (!rows.length) list.append(make("p", { class: "none", text: data.texts.nothing }));
  return { list, rows };
}

// The row in which t lies, or the last one before it.
function rowAt(rows, t) {
  let found = null;
  for (const each of rows) {
    if (each.row.start <= t + 0.05) found = each;
  }
  return found && t <= found.row.end + 0.05 ? found : null;
}

class Strip {
  constructor(data, seek) {
    this.data = data;
    this.svg = shape("svg", { class: "strip", height: 30, role: "img", "aria-label": data.texts.strip });
    const drag = (event) => {
      const box = this.svg.getBoundingClientRect();
      seek(clamp((event.clientX - box.left) / box.width, 0, 1) * data.duration);
    };
    this.svg.addEventListener("pointerdown", (event) => event.button === 0 && drag(event));
    this.svg.addEventListener("pointermove", (event) => event.buttons & 1 && drag(event));
  }

  draw(width, from, to) {
    const x = (t) => (t / Math.max(0.001, this.data.duration)) * width;
    const block = (name, start, end, y, height) => shape("rect", {
      class: name, x: x(start), y, height, width: Math.max(2, x(end) - x(start) - 1), rx: 2,
    });
    this.x = x;
    this.svg.setAttribute("viewBox", `0 0 ${width} 30`);
    this.svg.setAttribute("width", width);
    const parts = this.data.moves.map((move) => block("move " + move.kind, move.start, move.end, 8, 14));
    parts.push(...this.data.faults.map((fault) => block("faulty", fault.start, fault.end, 24, 4)));
    this.cursor = shape("line", { class: "cursor", y1: 2, y2: 28 });
    const whole = from <= 0 && to >= this.data.duration;
    this.svg.replaceChildren(
      shape("rect", { class: "ground", x: 0, y: 6, width, height: 18, rx: 4 }), ...parts,
      whole ? "" : shape("rect", {
        class: "window", x: x(from) + 1, width: Math.max(2, x(to) - x(from) - 2), y: 3, height: 24, rx: 4,
      }),
      this.cursor);
    this.show(this.now || 0);
  }

  show(t) {
    this.now = t;
    if (!this.cursor) return;
    this.cursor.setAttribute("x1", this.x(t));
    this.cursor.setAttribute("x2", this.x(t));
  }
}

function keyFrames(data, seek) {
  if (!data.frames.length) return null;
  const picture = (frame, tone) => make("button", {
    type: "button", class: "frame " + tone, onclick: () => seek(frame.t), "aria-label": frame.caption,
  },
    make("img", { src: frame.src, alt: "", loading: "lazy" }),
    make("span", { class: "caption", text: frame.caption }));
  return make("section", { class: "frames", "aria-label": data.texts.frames },
    make("h3", { text: data.texts.frames }),
    ...data.frames.map((pair) => make("article", {},
      make("header", {}, make("strong", { text: pair.title }), make("span", { text: pair.detail })),
      make("div", { class: "pair" },
        picture(pair.bad, "bad"),
        pair.good ? picture(pair.good, "good") : make("p", { class: "none", text: data.texts.no_good })))));
}

function legend(data) {
  return make("div", { class: "legend" }, ...data.legend.map((entry) =>
    make("span", {}, make("i", { class: entry.kind, "aria-hidden": "true" }), entry.text)));
}
