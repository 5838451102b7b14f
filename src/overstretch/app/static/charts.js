// Fan charts as SVG, drawn in the browser: past figures joined on, bands told apart by lightness, lines by dash.
import { escaped } from "./tables.js";
const INK = "#16212b", SOFT = "#55616c", GRID = "#e3e7ea", HUE = "#1f5f8b";
const PAD = { left: 46, right: 10, top: 8, bottom: 22 };

function limits(one, all) {
  const family = one.same ? all.filter((other) => other.same === one.same) : [one];
  const values = family.flatMap((c) => [...c.past.map((p) => p[1]), ...c.came.map((p) => p[1]), ...c.base.q05, ...c.base.q95, ...(c.changed ? [...c.changed.q05, ...c.changed.q95] : []), ...(c.level === null ? [] : [c.level])]);
  const low = Math.min(...values), high = Math.max(...values), margin = 0.06 * (high - low || 1);
  return [low >= 0 && low < 0.4 * high ? 0 : low - margin, high + margin];
}
function ticks(low, high, most) {
  const rough = (high - low) / most, size = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((k) => k * size).find((k) => k >= rough);
  const found = [];
  for (let at = Math.ceil(low / step) * step; at <= high + 1e-9; at += step) found.push(Math.round(at / step) * step);
  return found;
}
const figure = (x) => (Math.abs(x) >= 1000 ? Math.round(x).toLocaleString("en") : String(Math.round(x * 100) / 100)).replace("-", "−");

export function drawChart(one, all, width) {
  const height = Math.round(Math.min(240, Math.max(180, 0.5 * width)));
  const [low, high] = limits(one, all);
  const left = Math.min(...[...one.past.map((p) => p[0]), one.base.at[0]]), right = one.base.at.at(-1);
  const x = (at) => PAD.left + ((at - left) / (right - left || 1)) * (width - PAD.left - PAD.right);
  const y = (v) => PAD.top + ((high - v) / (high - low)) * (height - PAD.top - PAD.bottom);
  const path = (at, values) => at.map((t, k) => `${k ? "L" : "M"}${x(t).toFixed(1)},${y(values[k]).toFixed(1)}`).join("");
  const area = (c, a, b) => `${path(c.at, c[b])}L${c.at.map((t, k) => [t, c[a][k]]).reverse().map(([t, v]) => `${x(t).toFixed(1)},${y(v).toFixed(1)}`).join("L")}Z`;
  const parts = [];
  for (const v of ticks(low, high, 5)) parts.push(`<line x1="${PAD.left}" x2="${width - PAD.right}" y1="${y(v)}" y2="${y(v)}" stroke="${GRID}"/><text x="${PAD.left - 6}" y="${y(v) + 4}" text-anchor="end">${figure(v)}</text>`);
  for (const v of ticks(left, right, Math.max(2, Math.floor(width / 75))).filter(Number.isInteger)) parts.push(`<text x="${x(v)}" y="${height - 5}" text-anchor="middle">${v}</text>`);
  const fan = one.changed || one.base;
  parts.push(`<path d="${area(fan, "q05", "q95")}" fill="${HUE}" opacity="0.16"/><path d="${area(fan, "q25", "q75")}" fill="${HUE}" opacity="0.34"/>`);
  if (one.changed) parts.push(`<path d="${path(one.base.at, one.base.q05)}" fill="none" stroke="${SOFT}" stroke-dasharray="1 3"/><path d="${path(one.base.at, one.base.q95)}" fill="none" stroke="${SOFT}" stroke-dasharray="1 3"/><path d="${path(one.base.at, one.base.q50)}" fill="none" stroke="${SOFT}" stroke-width="1.6"/>`);
  if (one.level !== null) parts.push(`<line x1="${PAD.left}" x2="${width - PAD.right}" y1="${y(one.level)}" y2="${y(one.level)}" stroke="${INK}" stroke-dasharray="1 3" stroke-width="1.3"/>`);
  parts.push(`<path d="${path(fan.at, fan.q50)}" fill="none" stroke="${HUE}" stroke-width="2.4" stroke-dasharray="6 3"/>`);
  if (one.past.length) {
    const runs = new Map();
    for (const [t, v, run] of one.past) runs.set(run, [...(runs.get(run) || []), [t, v]]);
    for (const points of runs.values()) parts.push(`<path d="${path(points.map((p) => p[0]), points.map((p) => p[1]))}" fill="none" stroke="${INK}" stroke-width="2.2"/>`);
    const [t, v] = one.past.at(-1);
    parts.push(`<path d="M${x(t)},${y(v)}L${x(fan.at[0])},${y(fan.q50[0])}" stroke="${SOFT}" stroke-dasharray="2 2"/><circle cx="${x(t)}" cy="${y(v)}" r="3.4" fill="${INK}"/>`);
  }
  for (const [t, v] of one.came) if (t <= right) parts.push(`<path d="M${x(t)},${y(v) - 4.5}l4.5,4.5l-4.5,4.5l-4.5,-4.5Z" fill="#fff" stroke="${INK}" stroke-width="1.7"/>`);
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(inWords(one))}" xmlns="http://www.w3.org/2000/svg">${parts.join("")}</svg>`;
}

export function inWords(one) {
  const end = (c) => `median ${figure(c.q50.at(-1))} (5–95%: ${figure(c.q05.at(-1))} to ${figure(c.q95.at(-1))})`;
  const last = one.past.length ? `; last past figure ${figure(one.past.at(-1)[1])}, in ${Math.floor(one.past.at(-1)[0])}` : "";
  return `${one.title}, ${one.unit}, at the end of the chart: ${end(one.base)}${one.changed ? ` without and ${end(one.changed)} with the change` : ""}${last}.`;
}

export function legend(one) {
  const mark = (inner, words) => `<li><svg viewBox="0 0 27 11" aria-hidden="true">${inner}</svg>${words}</li>`;
  const line = (more) => `<line x1="0" x2="27" y1="5.5" y2="5.5" ${more}/>`;
  const marks = [mark(line(`stroke="${HUE}" stroke-width="2.4" stroke-dasharray="6 3"`), one.changed ? "median with the change" : "median"),
    mark(`<rect width="27" height="11" fill="${HUE}" opacity="0.45"/>`, "half of the futures"), mark(`<rect width="27" height="11" fill="${HUE}" opacity="0.16"/>`, "nine in ten (5–95%)")];
  if (one.changed) marks.push(mark(line(`stroke="${SOFT}" stroke-width="1.6"`), "median without it, dotted its 5–95%"));
  if (one.past.length) marks.push(mark(`${line(`stroke="${INK}" stroke-width="2.2"`)}<circle cx="22" cy="5.5" r="3.4" fill="${INK}"/>`, "past figures"));
  if (one.came.length) marks.push(mark(`<path d="M13,1l4.5,4.5l-4.5,4.5l-4.5,-4.5Z" fill="#fff" stroke="${INK}" stroke-width="1.7"/>`, "what came, published since the cut-off"));
  if (one.level !== null) marks.push(mark(line(`stroke="${INK}" stroke-dasharray="1 3" stroke-width="1.3"`), `level ${figure(one.level)}`));
  return `<ul class="lp-legend">${marks.join("")}</ul>`;
}

export function chartTable(one) {
  const when = (t) => (one.yearly ? t : `${Math.ceil(t) - 1}Q${Math.round(4 * (t - Math.ceil(t) + 1))}`);
  const three = (c, k) => `<td>${figure(c.q50[k])}</td><td>${figure(c.q05[k])} to ${figure(c.q95[k])}</td>`;
  const held = (points, words) => points.map(([t, v]) => `<tr><th scope="row">${one.yearly ? t : t.toFixed(2)}</th><td>${figure(v)}</td><td>${words}</td>${one.changed ? "<td></td><td></td>" : ""}</tr>`);
  const past = [...held(one.past, "past"), ...held(one.came, "came since the cut-off")];
  const rows = one.base.at.map((t, k) => `<tr><th scope="row">${when(t)}</th>${three(one.base, k)}${one.changed ? three(one.changed, k) : ""}</tr>`);
  const heads = `<th scope="col">median</th><th scope="col">5–95%</th>`;
  return `<table><thead><tr><th scope="col">${one.yearly ? "year" : "end of"}</th>${heads}${one.changed ? heads.replace("median", "changed: median") : ""}</tr></thead><tbody>${past.join("")}${rows.join("")}</tbody></table>`;
}

export function savePng(svg, one, name) { // drawn again on a canvas at twice its size, with title and unit
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const copy = svg.cloneNode(true), head = 44;
  copy.querySelectorAll("text").forEach((t) => t.setAttribute("style", `font: 12px sans-serif; fill: ${SOFT}`));
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  const image = new Image();
  image.onload = () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 2 * width, height: 2 * (height + head) });
    const pen = canvas.getContext("2d");
    pen.scale(2, 2);
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, width, height + head);
    pen.fillStyle = INK;
    pen.font = "600 14px sans-serif";
    pen.fillText(one.title, 6, 18, width - 12);
    pen.fillStyle = SOFT;
    pen.font = "12px sans-serif";
    pen.fillText(one.unit, 6, 35, width - 12);
    pen.drawImage(image, 0, head);
    canvas.toBlob((blob) => {
      const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: `${name}-${one.variable}.png` });
      link.click();
      URL.revokeObjectURL(link.href);
    });
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
}
