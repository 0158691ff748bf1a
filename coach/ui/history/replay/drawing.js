// The figure on its stage. It takes points and colours, and judges nothing.

const SEEN = 0.5;

function crisp(canvas, height) {
  const ratio = window.devicePixelRatio || 1;
  const width = canvas.clientWidth;
  const size = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== size[0] || canvas.height !== size[1]) [canvas.width, canvas.height] = size;
  canvas.style.height = `${height}px`;
  const pen = canvas.getContext("2d");
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  return { pen, width, height };
}

// From places to pixels: a function of a point, which gives [x, y, depth].
function filmed(motion, width, height) {
  const [low, high] = motion.box("picture");
  const pad = 0.12 * Math.min(width, height);
  const scale = Math.min((width - 2 * pad) / Math.max(0.1, high[0] - low[0]), (height - 2 * pad) / Math.max(0.1, high[1] - low[1]));
  const dx = width / 2 - (scale * (low[0] + high[0])) / 2, dy = height / 2 - (scale * (low[1] + high[1])) / 2;
  return ([x, y]) => [x * scale + dx, y * scale + dy, 0];
}

// `camera`: yaw and pitch in radians from where it was filmed. `turn`: of this figure, so that two
// that were filmed from different sides face the same way.
function inSpace(box, camera, turn, width, height) {
  const [low, high] = box;
  const centre = [0, 1, 2].map((axis) => (low[axis] + high[axis]) / 2);
  const reach = Math.max(0.6, Math.hypot(high[0] - low[0], high[2] - low[2]), high[1] - low[1]) / 2;
  const scale = (0.5 * Math.min(height, width) - 14) / reach / 1.05;
  const cosTurn = Math.cos(turn), sinTurn = Math.sin(turn);
  const cosYaw = Math.cos(camera.yaw), sinYaw = Math.sin(camera.yaw);
  const cosPitch = Math.cos(camera.pitch), sinPitch = Math.sin(camera.pitch);
  return ([x0, y0, z0]) => {
    const x1 = x0 * cosTurn + z0 * sinTurn - centre[0], z1 = z0 * cosTurn - x0 * sinTurn - centre[2];
    const y = y0 - centre[1];
    const x = x1 * cosYaw + z1 * sinYaw, z = z1 * cosYaw - x1 * sinYaw;
    return [width / 2 + x * scale, height / 2 + (y * cosPitch - z * sinPitch) * scale, z * cosPitch + y * sinPitch];
  };
}

function drawGround(pen, project, colours) {
  pen.strokeStyle = colours.border;
  pen.lineWidth = 1;
  for (let k = -4; k <= 4; k += 1) {
    for (const [a, b] of [[[k / 4, 0, -1], [k / 4, 0, 1]], [[-1, 0, k / 4], [1, 0, k / 4]]]) {
      const [from, to] = [project(a), project(b)];
      pen.beginPath();
      pen.moveTo(from[0], from[1]);
      pen.lineTo(to[0], to[1]);
      pen.stroke();
    }
  }
}

function drawFigure(pen, pose, project, bones, sides, look) {
  const places = pose.map(project);
  const seen = (p) => look.everything || pose[p][pose[p].length - 1] >= SEEN;
  const shown = bones.filter(([a, b]) => seen(a) && seen(b));
  // The nearer limb covers the farther one.
  shown.sort((a, b) => places[b[0]][2] + places[b[1]][2] - places[a[0]][2] - places[a[1]][2]);
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.globalAlpha = look.alpha;
  const stroke = (from, to, thick, colour) => {
    pen.strokeStyle = colour;
    pen.lineWidth = thick;
    pen.beginPath();
    pen.moveTo(from[0], from[1]);
    pen.lineTo(to[0], to[1]);
    pen.stroke();
  };
  drawHead(pen, pose, places, sides, look, seen);
  for (const [a, b] of shown) {
    const hurt = look.faults.has(a) && look.faults.has(b);
    const side = sides[a] === sides[b] ? sides[a] : 2;
    if (look.rim) stroke(places[a], places[b], look.thick + 3, look.rim);
    stroke(places[a], places[b], hurt ? look.thick * 1.25 : look.thick, hurt ? look.fault : look.bones[side]);
  }
  for (const p of new Set(shown.flat())) {
    if (!look.faults.has(p)) continue;
    pen.fillStyle = look.fault;
    pen.beginPath();
    pen.arc(places[p][0], places[p][1], look.thick * 1.1, 0, 2 * Math.PI);
    pen.fill();
  }
  pen.globalAlpha = 1;
}

// Points 0, 1, 2 are nose and ears, 3 and 4 the shoulders.
function drawHead(pen, pose, places, sides, look, seen) {
  if (![0, 1, 2].some(seen)) return;
  const [nose, left, right] = places;
  const ears = [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2];
  const centre = [0.75 * ears[0] + 0.25 * nose[0], 0.75 * ears[1] + 0.25 * nose[1]];
  const radius = Math.max(0.72 * Math.hypot(left[0] - right[0], left[1] - right[1]),
    0.95 * Math.hypot(nose[0] - ears[0], nose[1] - ears[1]), 1.6 * look.thick);
  const colour = [0, 1, 2].some((p) => look.faults.has(p)) ? look.fault : look.bones[2];
  pen.strokeStyle = colour;
  pen.lineWidth = look.thick;
  if (seen(3) || seen(4)) {
    const base = [(places[3][0] + places[4][0]) / 2, (places[3][1] + places[4][1]) / 2];
    const away = Math.hypot(base[0] - centre[0], base[1] - centre[1]);
    if (away > radius) {
      pen.beginPath();
      pen.moveTo(base[0], base[1]);
      pen.lineTo(centre[0] + ((base[0] - centre[0]) * radius) / away, centre[1] + ((base[1] - centre[1]) * radius) / away);
      pen.stroke();
    }
  }
  pen.beginPath();
  pen.arc(centre[0], centre[1], radius, 0, 2 * Math.PI);
  pen.stroke();
}
