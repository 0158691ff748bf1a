// The whole: video, rows and charts in step. Streamlit calls `show` again at every run of the page;
// the same recording then goes on playing.

const SHOWN = new WeakMap();
// So many pixels a second at least, else a rep is a hair: a longer recording is shown in windows.
const PIXELS_A_SECOND = 10;

class Player {
  constructor(root, data) {
    this.data = data;
    this.loop = null;
    this.video = make("video", { controls: true, playsinline: true, preload: "auto", src: data.video });
    this.trouble = make("p", { class: "trouble", role: "alert", hidden: true, text: data.texts.trouble });
    const { list, rows } = rowList(data, (row) => this.play(row));
    Object.assign(this, { list, rows });
    this.strip = new Strip(data, (t) => this.look(t));
    this.charts = data.curves.map((curve) => new Chart(curve, data, (t) => this.look(t)));
    this.panels = make("div", { class: "panels" }, ...this.charts.map((chart) => chart.root));
    const stage = make("div", { class: "stage" },
      this.video, this.trouble, this.strip.svg, this.controls());
    this.root = make("div", { class: "player" },
      make("div", { class: "top" }, stage, make("div", { class: "side" }, list)),
      this.charts.length ? this.chips() : null, this.panels,
      this.charts.length ? legend(data) : null,
      keyFrames(data, (t) => this.look(t, true)));
    root.append(this.root);
    this.listen();
  }

  listen() {
    const step = () => this.step();
    for (const event of ["timeupdate", "seeking", "seeked", "loadedmetadata", "pause"]) {
      this.video.addEventListener(event, step);
    }
    this.video.addEventListener("play", () => this.follow());
    this.video.addEventListener("error", () => this.recover());
    this.video.addEventListener("loadeddata", () => { this.trouble.hidden = true; });
    this.sizes = new ResizeObserver(() => this.draw());
    this.sizes.observe(this.root);
  }

  // A link ends after a while; the page has brought a newer one by then, if it is still open.
  recover() {
    if (this.video.getAttribute("src") === this.data.video) {
      this.trouble.hidden = false;
      return;
    }
    const at = this.now || 0, playing = !this.video.paused;
    this.video.src = this.data.video;
    this.video.currentTime = at;
    if (playing) this.video.play().catch(() => {});
  }

  controls() {
    const texts = this.data.texts;
    const move = (by) => {
      const before = this.rows.filter(({ row }) => row.start < this.video.currentTime - 0.7);
      const after = this.rows.filter(({ row }) => row.start > this.video.currentTime + 0.1);
      const next = by > 0 ? after[0] : before[before.length - 1];
      if (next) this.play(next.row);
    };
    const press = (button, on) => button.setAttribute("aria-pressed", on);
    this.again = make("button", {
      type: "button", "aria-pressed": "false", text: texts.loop,
      onclick: () => {
        const here = this.loop ? null : rowAt(this.rows, this.video.currentTime) || this.rows[0];
        this.loop = here ? here.row : null;
        press(this.again, !!this.loop);
        if (this.loop) this.play(this.loop);
      },
    });
    const slow = make("button", {
      type: "button", "aria-pressed": "false", text: texts.slow,
      onclick: () => {
        this.video.playbackRate = this.video.playbackRate < 1 ? 1 : 0.5;
        press(slow, this.video.playbackRate < 1);
      },
    });
    // A link and no button of the page's: a long video is larger than memory should hold at once.
    this.save = make("a", { href: this.data.video, download: this.data.name, text: texts.save });
    if (!this.rows.length) return make("div", { class: "controls" }, slow, this.save);
    return make("div", { class: "controls" },
      make("button", { type: "button", text: "◀ " + texts.previous, onclick: () => move(-1) }),
      make("button", { type: "button", text: texts.next + " ▶", onclick: () => move(1) }),
      this.again, slow, this.save);
  }

  chips() {
    const chips = this.charts.map((chart) => {
      const shown = chart.curve.shown;
      chart.root.hidden = !shown;
      const chip = make("button", {
        type: "button", "aria-pressed": String(shown),
        onclick: () => {
          chart.root.hidden = !chart.root.hidden;
          chip.setAttribute("aria-pressed", String(!chart.root.hidden));
          this.draw();
        },
      }, chart.curve.broken ? make("span", { class: "dot", "aria-hidden": "true" }) : null, chart.curve.title);
      return chip;
    });
    return make("div", { class: "chips", role: "group", "aria-label": this.data.texts.curves }, ...chips);
  }

  // Play what is in a row from its start.
  play(row) {
    if (this.loop) this.loop = row;
    this.video.currentTime = row.start;
    this.step(row.start);
    this.video.play().catch(() => {});
  }

  // Stand still at t; bring the video into sight where it was asked for from below it.
  look(t, scroll) {
    this.video.pause();
    this.video.currentTime = t;
    this.step(t);
    if (scroll) this.video.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }

  follow() {
    cancelAnimationFrame(this.frame);
    const next = () => {
      if (!this.root.isConnected) return;
      if (this.loop && (this.video.currentTime > this.loop.end || this.video.currentTime < this.loop.start - 1)) {
        this.video.currentTime = this.loop.start;
      }
      this.step();
      if (!this.video.paused && !this.video.ended) this.frame = requestAnimationFrame(next);
    };
    next();
  }

  step(at) {
    const t = at ?? this.video.currentTime;
    this.now = t;
    if (this.window && (t < this.window[0] - 0.001 || t > this.window[1] + 0.001)) this.draw();
    this.strip.show(t);
    for (const chart of this.charts) if (!chart.root.hidden) chart.show(t);
    const here = rowAt(this.rows, t);
    if (here === this.here) return;
    this.here?.button.removeAttribute("aria-current");
    this.here = here;
    if (!here) return;
    here.button.setAttribute("aria-current", "true");
    // Within the list only: the page itself must not move under a person's hand.
    const top = here.button.offsetTop - this.list.offsetTop;
    const seen = top >= this.list.scrollTop
      && top + here.button.offsetHeight <= this.list.scrollTop + this.list.clientHeight;
    if (!seen) this.list.scrollTop = top - this.list.clientHeight / 3;
  }

  draw() {
    const wide = this.panels.clientWidth, strip = this.strip.svg.parentElement.clientWidth;
    if (!wide) return;
    const span = Math.min(this.data.duration, Math.max(10, wide / PIXELS_A_SECOND));
    const t = this.now || 0;
    const page = Math.floor(t / span);
    const from = clamp(page * span, 0, Math.max(0, this.data.duration - span));
    this.window = [from, from + span];
    for (const chart of this.charts) {
      if (chart.root.hidden) continue;
      chart.draw(wide, from, from + span);
      chart.show(t);
    }
    this.strip.draw(strip, from, from + span);
  }

  close() {
    cancelAnimationFrame(this.frame);
    this.sizes.disconnect();
    this.video.pause();
    this.video.removeAttribute("src");
    this.video.load();
    this.root.remove();
  }
}

export default function show({ parentElement, data }) {
  const before = SHOWN.get(parentElement);
  if (before && before.data.id === data.id) {
    before.data.video = before.save.href = data.video;
    if (!before.trouble.hidden) before.recover();
    return before.cleanup;
  }
  before?.close();
  const player = new Player(parentElement, data);
  player.cleanup = () => {
    player.close();
    SHOWN.delete(parentElement);
  };
  SHOWN.set(parentElement, player);
  return player.cleanup;
}
