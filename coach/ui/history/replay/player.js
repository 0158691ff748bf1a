// The replay: a clock, the stage, the strip, keys and buttons.
// Whatever comes from data is put on the page as text, never as markup.

const SPEEDS = [1, 0.5, 0.25];
const DAMPED_PITCH = 1.35;

class Player {
  constructor(root, data) {
    this.root = root;
    this.find = (name) => root.querySelector(name);
    this.stage = this.find(".figure");
    this.strip = this.find(".scrubber");
    this.camera = { yaw: 0, pitch: 0.12 };
    this.speed = 1;
    this.playing = false;
    this.repeat = false;
    this.colours = {};
    this.stopped = false;
    this.show(data);
    this.listen();
    this.sizes = new ResizeObserver(() => this.ask());
    this.sizes.observe(this.stage);
  }

  show(data) {
    this.id = data.id;
    this.data = data;
    this.motions = data.figures.map((packed) => new Motion(packed));
    const own = this.motions[0];
    this.from = own.length ? own.t[0] : 0;
    this.to = own.length ? own.t[own.length - 1] : 1;
    if (data.steps.length) {
      this.from = Math.max(this.from, data.steps[0][0] - 0.3);
      this.to = Math.min(this.to, data.steps[data.steps.length - 1][0] + 0.3);
    }
    this.space = this.motions.length > 1;
    this.now = this.from;
    const { words } = data;
    this.stage.setAttribute("aria-label", data.label);
    this.strip.setAttribute("aria-label", words.position);
    this.strip.setAttribute("aria-valuemin", this.from.toFixed(1));
    this.strip.setAttribute("aria-valuemax", this.to.toFixed(1));
    for (const name of ["previous", "next"]) {
      this.find(`.${name}`).setAttribute("aria-label", words[name]);
      this.find(`.${name}`).title = words[name];
    }
    this.find(".loop").textContent = words.loop;
    this.find(".loop").hidden = data.reps.length === 0;
    this.group(".speeds", SPEEDS.map((speed) => [`${speed}×`, () => { this.speed = speed; }, () => this.speed === speed]));
    const looks = [
      [words.front, () => this.look(true, own.yaw), () => this.space && Math.abs(this.camera.yaw - own.yaw) < 0.01],
      [words.side, () => this.look(true, this.side()), () => this.space && Math.abs(this.camera.yaw - this.side()) < 0.01],
    ];
    if (this.motions.length === 1) looks.unshift([words.filmed, () => this.look(false, 0), () => !this.space]);
    else this.camera.yaw = this.side();
    this.group(".views", looks);
    this.legend();
    this.set(!window.matchMedia("(prefers-reduced-motion: reduce)").matches && own.length > 1);
    this.ask();
  }

  // From the side that was nearer to the camera.
  side() {
    const { yaw } = this.motions[0];
    return yaw - (yaw >= 0 ? Math.PI / 2 : -Math.PI / 2);
  }

  // What holds all figures; one that is turned needs no other room, since rooms are turned freely.
  room() {
    const boxes = this.motions.map((motion) => motion.box("space"));
    return [0, 1].map((end) => [0, 1, 2].map((axis) => (end ? Math.max : Math.min)(...boxes.map((box) => box[end][axis]))));
  }

  look(space, yaw) {
    this.space = space;
    this.camera = { yaw, pitch: 0.12 };
  }

  group(name, choices) {
    const group = this.find(name);
    group.replaceChildren(...choices.map(([label, choose, chosen]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.chosen = chosen;
      button.onclick = () => { choose(); this.ask(); };
      return button;
    }));
  }

  legend() {
    const { words } = this.data;
    const lines = this.motions.length > 1
      ? this.motions.map((motion, k) => [motion.label, k ? "other" : "middle"])
      : [[words.left, "left"], [words.right, "right"]];
    this.find(".legend").replaceChildren(...lines.map(([label, colour]) => {
      const line = document.createElement("span"), swatch = document.createElement("i");
      swatch.dataset.colour = colour;
      line.append(swatch, document.createTextNode(label));
      return line;
    }));
  }

  listen() {
    const seek = (event) => {
      const box = this.strip.getBoundingClientRect();
      const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
      this.seek(this.from + share * (this.to - this.from));
    };
    this.strip.onpointerdown = (event) => { this.strip.setPointerCapture(event.pointerId); this.was = this.playing; this.set(false); seek(event); };
    this.strip.onpointermove = (event) => { if (event.buttons) seek(event); };
    this.strip.onpointerup = () => this.set(this.was);
    this.stage.onpointerdown = (event) => { this.stage.setPointerCapture(event.pointerId); this.grip = [event.clientX, event.clientY]; this.dragged = false; };
    this.stage.onpointermove = (event) => { if (event.buttons && this.grip) this.turn(event); };
    this.stage.onpointerup = () => { if (!this.dragged) this.set(!this.playing); this.grip = null; };
    this.stage.onpointercancel = () => { this.grip = null; };
    this.root.onkeydown = (event) => this.key(event);
    this.find(".play").onclick = () => this.set(!this.playing);
    this.find(".previous").onclick = () => this.hop(-1);
    this.find(".next").onclick = () => this.hop(1);
    this.find(".loop").onclick = () => { this.repeat = this.repeat ? false : this.nearest(); this.ask(); };
  }

  turn(event) {
    const [dx, dy] = [event.clientX - this.grip[0], event.clientY - this.grip[1]];
    if (!this.dragged && Math.hypot(dx, dy) < 4) return;
    this.dragged = true;
    if (!this.space) this.look(true, 0);
    this.grip = [event.clientX, event.clientY];
    this.camera.yaw -= dx * 0.01;
    this.camera.pitch = Math.min(DAMPED_PITCH, Math.max(-DAMPED_PITCH, this.camera.pitch + dy * 0.01));
    this.ask();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onButton = event.target.tagName === "BUTTON";
    const step = event.shiftKey ? 1 : 0.1;
    const keys = {
      ArrowLeft: () => this.seek(this.now - step), ArrowRight: () => this.seek(this.now + step),
      ArrowUp: () => this.hop(-1), ArrowDown: () => this.hop(1),
      Home: () => this.seek(this.from), End: () => this.seek(this.to),
      " ": () => this.set(!this.playing),
    };
    if (!keys[event.key] || (onButton && event.key === " ")) return;
    event.preventDefault();
    // The page has keys of its own.
    event.stopPropagation();
    keys[event.key]();
  }

  seek(t) {
    this.now = Math.min(this.to, Math.max(this.from, t));
    if (this.repeat && (this.now < this.repeat.start || this.now > this.repeat.end)) this.repeat = false;
    this.ask();
  }

  hop(way) {
    const starts = this.data.reps.map((rep) => rep.start);
    const next = way > 0 ? starts.find((t) => t > this.now + 0.05) : starts.filter((t) => t < this.now - 0.3).pop();
    this.repeat = false;
    this.seek(next === undefined ? (way > 0 ? this.to : this.from) : next);
  }

  nearest() {
    const far = (rep) => Math.max(rep.start - this.now, this.now - rep.end, 0);
    const near = [...this.data.reps].sort((a, b) => far(a) - far(b))[0];
    return near ? { start: near.start, end: near.end } : false;
  }

  set(playing) {
    if (playing && this.now >= this.to - 0.01) this.now = this.from;
    this.playing = playing;
    this.last = null;
    this.ask();
  }

  ask() {
    if (!this.frame && !this.stopped) this.frame = requestAnimationFrame((stamp) => this.tick(stamp));
  }

  tick(stamp) {
    this.frame = 0;
    if (this.playing) {
      if (this.last !== null) this.now += ((stamp - this.last) / 1000) * this.speed;
      this.last = stamp;
      const end = this.repeat ? Math.min(this.to, this.repeat.end) : this.to;
      if (this.now >= end) {
        if (this.repeat || this.motions.length > 1) this.now = this.repeat ? this.repeat.start : this.from;
        else { this.now = end; this.playing = false; }
      }
      if (this.playing) this.ask();
    }
    this.draw(stamp);
  }

  draw(stamp) {
    if (!this.stage.clientWidth) return;
    if (!(stamp - this.coloured < 500)) { this.colour(); this.coloured = stamp; }
    const { data, colours } = this;
    const wide = this.stage.clientWidth;
    const { pen, width, height } = crisp(this.stage, Math.round(Math.min(480, Math.max(300, wide * 0.6))));
    const faults = data.faults.filter((fault) => this.now >= fault.start && this.now <= fault.end);
    const kind = this.space ? "space" : "picture";
    const project = this.space ? inSpace(this.room(), this.camera, 0, width, height) : filmed(this.motions[0], width, height);
    if (this.space) drawGround(pen, project, colours);
    const thick = Math.max(4, Math.min(9, height / 55));
    [...this.motions.keys()].reverse().forEach((k) => {
      const motion = this.motions[k];
      const pose = motion.pose(k ? otherTime(data.steps, this.now) : this.now, kind);
      if (!pose) return;
      const turn = k ? motion.yaw - this.motions[0].yaw : 0;
      const where = k ? inSpace(this.room(), this.camera, turn, width, height) : project;
      const plain = this.motions.length > 1;
      const bones = k ? Array(3).fill(colours.other) : plain ? Array(3).fill(colours.middle) : [colours.left, colours.right, colours.middle];
      drawFigure(pen, pose, where, data.bones, data.sides, {
        bones, thick: k ? thick * 0.8 : thick, alpha: k ? 0.75 : 1, fault: colours.fault, rim: k ? "" : colours.panel,
        everything: this.space, faults: new Set(k ? [] : faults.flatMap((fault) => fault.points)),
      });
    });
    drawScrubber(this.strip, { ...data, from: this.from, to: this.to }, this.now, colours);
    this.say(faults);
    this.root.dataset.playing = String(this.playing);
    this.root.dataset.drawn = String(Number(this.root.dataset.drawn || 0) + 1);
  }

  // What is said beside the picture; the page is touched only where something changed.
  say(faults) {
    const { words, reps } = this.data;
    const rep = reps.find((each) => this.now >= each.start && this.now <= each.end);
    const phase = rep ? (this.now < rep.bottom ? words.down : words.up) : "";
    const line = rep ? `${rep.label} · ${phase}` : "";
    const titles = [...new Set([...(rep && !rep.counted ? [rep.why] : []), ...faults.map((fault) => fault.title)])];
    const text = [line, ...titles].join("\n");
    const time = `${this.now.toFixed(1)} / ${this.to.toFixed(1)} s`;
    if (text !== this.said) {
      this.said = text;
      const spans = titles.map((title) => {
        const span = document.createElement("span");
        span.className = "fault";
        span.textContent = title;
        return span;
      });
      this.find(".said").replaceChildren(document.createTextNode(line), ...spans);
    }
    if (time !== this.timed) {
      this.timed = time;
      this.find(".time").textContent = time;
      this.strip.setAttribute("aria-valuenow", this.now.toFixed(1));
      this.strip.setAttribute("aria-valuetext", [`${this.now.toFixed(1)} s`, line, ...titles].filter(Boolean).join(", "));
    }
    const label = this.playing ? words.pause : words.play;
    if (this.find(".play").title !== label) {
      this.find(".play").title = label;
      this.find(".play").setAttribute("aria-label", label);
    }
    this.find(".loop").setAttribute("aria-pressed", String(Boolean(this.repeat)));
    for (const button of this.root.querySelectorAll(".views button, .speeds button")) {
      button.setAttribute("aria-pressed", String(button.chosen()));
    }
  }

  // The theme can change while the page is open.
  colour() {
    const style = getComputedStyle(this.root);
    const of = (name, other) => style.getPropertyValue(name).trim() || other;
    this.colours = {
      text: of("--st-text-color", "#101816"), border: of("--st-border-color", "#d5dfdb"),
      panel: of("--st-secondary-background-color", "#f1f5f3"), fault: of("--st-red-color", "#d92d3a"),
      good: of("--st-green-color", "#0b8a5f"), left: of("--st-blue-color", "#1666d8"),
      right: of("--st-orange-color", "#c2570c"), middle: of("--st-text-color", "#101816"),
      other: of("--st-green-color", "#0b8a5f"), font: of("--st-font", "sans-serif"),
    };
    for (const swatch of this.root.querySelectorAll(".legend i")) swatch.style.background = this.colours[swatch.dataset.colour];
  }

  stop() {
    this.stopped = true;
    cancelAnimationFrame(this.frame);
    this.sizes.disconnect();
  }
}

// Called at every run of the page; the same replay goes on, another one begins.
export default function ({ parentElement, data }) {
  const root = parentElement.querySelector(".replay");
  if (!root || !data) return undefined;
  if (!root.player || root.player.stopped) root.player = new Player(root, data);
  else if (root.player.id !== data.id) root.player.show(data);
  return () => { if (root.player) root.player.stop(); };
}
