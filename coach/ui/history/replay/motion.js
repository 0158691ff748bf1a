// A figure's arrays out of their packing, and its points at any moment between two frames.

function unpack(text, Kind) {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i += 1) bytes[i] = raw.charCodeAt(i);
  return new Kind(bytes.buffer);
}

// Longer than this without a person is a gap that nothing is made up for, in seconds.
const GAP_S = 0.6;

class Motion {
  constructor(packed) {
    this.points = packed.points;
    this.t = Float64Array.from(unpack(packed.t, Int32Array), (ms) => ms / 1000);
    this.places = {
      picture: { size: 2, values: unpack(packed.picture, Int16Array), unit: packed.picture_unit },
      space: { size: 3, values: unpack(packed.space, Int16Array), unit: packed.space_unit },
    };
    this.seen = unpack(packed.seen, Uint8Array);
    this.yaw = (packed.yaw * Math.PI) / 180;
    this.label = packed.label;
    this.boxes = {};
  }

  get length() { return this.t.length; }

  // The frame at or before t, and the share of the way to the next; null where nobody was seen.
  at(t) {
    const { t: times, length } = this;
    if (!length) return null;
    if (t <= times[0]) return times[0] - t > GAP_S ? null : { i: 0, share: 0 };
    if (t >= times[length - 1]) return t - times[length - 1] > GAP_S ? null : { i: length - 1, share: 0 };
    let low = 0, high = length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (times[middle] <= t) low = middle; else high = middle;
    }
    const step = times[high] - times[low];
    return step > GAP_S ? null : { i: low, share: (t - times[low]) / step };
  }

  // Points as [x, y, (z), seen 0 to 1], smooth through the frames (a cubic through four of them).
  pose(t, kind) {
    const found = this.at(t);
    if (!found) return null;
    const { size, values, unit } = this.places[kind];
    const { i, share: s } = found;
    const last = this.length - 1, row = this.points * size;
    const rows = [Math.max(0, i - 1), i, Math.min(last, i + 1), Math.min(last, i + 2)];
    const pose = [];
    for (let p = 0; p < this.points; p += 1) {
      const point = [];
      for (let axis = 0; axis < size; axis += 1) {
        const k = p * size + axis;
        const [a, b, c, d] = rows.map((r) => values[r * row + k]);
        point.push((b + 0.5 * s * (c - a + s * (2 * a - 5 * b + 4 * c - d + s * (3 * (b - c) + d - a)))) * unit);
      }
      const [from, to] = [rows[1], rows[2]].map((r) => this.seen[r * this.points + p] / 255);
      point.push(from + (to - from) * s);
      pose.push(point);
    }
    return pose;
  }

  // The smallest box that holds every well seen point of all frames: [lows, highs] by axis.
  box(kind) {
    if (this.boxes[kind]) return this.boxes[kind];
    const { size, values, unit } = this.places[kind];
    const low = Array(size).fill(Infinity), high = Array(size).fill(-Infinity);
    for (let k = 0; k < this.seen.length; k += 1) {
      if (kind === "picture" && this.seen[k] < 128) continue;
      for (let axis = 0; axis < size; axis += 1) {
        const value = values[k * size + axis] * unit;
        if (value < low[axis]) low[axis] = value;
        if (value > high[axis]) high[axis] = value;
      }
    }
    const empty = !Number.isFinite(low[0]);
    this.boxes[kind] = empty ? [Array(size).fill(-1), Array(size).fill(1)] : [low, high];
    return this.boxes[kind];
  }
}

// The other's moment at t: between two steps by the share that is done.
function otherTime(steps, t) {
  const last = steps.length - 1;
  if (last < 0) return t;
  if (t <= steps[0][0]) return steps[0][1] + t - steps[0][0];
  if (t >= steps[last][0]) return steps[last][1] + t - steps[last][0];
  const k = steps.findIndex((step) => step[0] > t);
  const [a, b] = [steps[k - 1], steps[k]];
  return a[1] + ((t - a[0]) / (b[0] - a[0])) * (b[1] - a[1]);
}
