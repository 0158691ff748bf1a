// The set as a strip: its curve, its reps by phase or its holds, its faults, and where the replay is.

function drawScrubber(canvas, show, now, colours) {
  const { pen, width, height } = crisp(canvas, 72);
  const base = height - 20;
  const x = (t) => ((t - show.from) / Math.max(1e-6, show.to - show.from)) * width;
  pen.fillStyle = colours.panel;
  pen.fillRect(0, 0, width, base);
  for (const rep of show.reps) {
    const [start, bottom, end] = [x(rep.start), x(rep.bottom), x(rep.end)];
    if (end < 0 || start > width) continue;
    pen.globalAlpha = 0.22;
    pen.fillStyle = rep.counted ? colours.good : colours.fault;
    pen.fillRect(start, 0, Math.max(1, bottom - start - 0.5), base);
    pen.globalAlpha = 0.4;
    pen.fillRect(bottom + 0.5, 0, Math.max(1, end - bottom - 1), base);
    pen.globalAlpha = 1;
  }
  pen.globalAlpha = 0.3;
  pen.fillStyle = colours.good;
  for (const hold of show.holds) pen.fillRect(x(hold.start), 0, x(hold.end) - x(hold.start), base);
  pen.globalAlpha = 1;
  drawCurve(pen, show.curve, x, base, colours);
  drawFaults(pen, show.faults, x, base, width, colours);
  let free = -Infinity;
  pen.font = `600 11px ${colours.font}`;
  pen.textAlign = "center";
  for (const rep of show.reps) {
    const middle = (x(rep.start) + x(rep.end)) / 2, half = pen.measureText(rep.mark).width / 2;
    if (middle - half < free + 4 || middle < half || middle > width - half) continue;
    pen.fillStyle = rep.counted ? colours.text : colours.fault;
    pen.fillText(rep.mark, middle, height - 4);
    free = middle + half;
  }
  const at = x(now);
  pen.fillStyle = colours.text;
  pen.fillRect(at - 1, 0, 2, base + 4);
  pen.beginPath();
  pen.arc(at, base + 4, 5, 0, 2 * Math.PI);
  pen.fill();
}

function drawCurve(pen, curve, x, base, colours) {
  if (!curve || curve.values.length < 2) return;
  const known = curve.values.filter((value) => value !== null);
  const low = Math.min(...known), span = Math.max(1, Math.max(...known) - low);
  pen.strokeStyle = colours.text;
  pen.lineWidth = 1.5;
  pen.globalAlpha = 0.75;
  pen.beginPath();
  let down = false;
  curve.values.forEach((value, i) => {
    if (value === null) { down = false; return; }
    const y = 6 + (1 - (value - low) / span) * (base - 16);
    if (down) pen.lineTo(x(curve.t[i]), y); else pen.moveTo(x(curve.t[i]), y);
    down = true;
  });
  pen.stroke();
  pen.globalAlpha = 1;
}

function drawFaults(pen, faults, x, base, width, colours) {
  pen.fillStyle = colours.fault;
  for (const fault of faults) {
    const from = Math.max(0, x(fault.start)), to = Math.min(width, x(fault.end));
    if (to > 0 && from < width) pen.fillRect(from, base - 4, Math.max(3, to - from), 4);
  }
}
