// Answers and rankings as tables.
export const escaped = (text) => String(text).replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[c]);
const percent = (p) => `${Math.round(1000 * p) / 10}%`;

function cell(found, head) {
  if (!found) return `<td data-head="${head}"></td>`;
  const settled = found.settled ? `<span class="lp-settled">${found.settled.link ? `<a href="${escaped(found.settled.link)}" rel="noopener noreferrer">${escaped(found.settled.figure)}</a>` : escaped(found.settled.figure)}</span>` : "";
  const word = found.value === null ? "" : `<span class="word"><span aria-hidden="true">${found.sign}</span> ${escaped(found.word)}</span>`;
  const words = found.settled ? `<span aria-hidden="true">${found.sign}</span> ${escaped(found.word)}` : escaped(found.words);
  return `<td data-head="${head}"${found.rough ? ' class="rough"' : ""}><span class="chance">${words}</span> ${found.settled ? "" : word}<span class="band">${escaped(found.band || "")}</span>${settled}</td>`;
}

function strip(row) {
  const before = row.before, after = row.after || null, last = after || before;
  if (before.value === null || before.value === undefined) return "";
  const at = (p) => percent(p);
  const band = last.low != null && !last.rough ? `<rect x="${at(last.low)}" width="${percent(Math.max(last.high - last.low, 0.004))}" y="25%" height="50%" fill="#1f5f8b" opacity="0.35"/>` : "";
  const was = after ? `<circle cx="${at(before.value)}" cy="50%" r="4" fill="#fff" stroke="#16212b" stroke-width="1.5"/>` : "";
  const now = !last.rough ? `<circle cx="${at(last.value)}" cy="50%" r="4" fill="#16212b"/>` : "";
  return `<svg class="strip" aria-hidden="true" overflow="visible"><line x1="0" x2="100%" y1="50%" y2="50%" stroke="#7b868f"/><line x1="50%" x2="50%" y1="25%" y2="75%" stroke="#7b868f"/>${band}${was}${now}</svg>`;
}

export function drawRows(shown) {
  const changed = Boolean(shown.world);
  const heads = changed ? `<th scope="col">no change</th><th scope="col">with the change</th><th scope="col">difference</th>` : `<th scope="col">chance</th>`;
  const rows = shown.rows.map((row) => {
    const why = row.before.why ? `<span class="lp-settled">${escaped(row.before.why)}</span>` : "";
    const difference = changed ? `<td data-head="difference" class="number">${row.difference ? escaped(row.difference.words) : ""}</td>` : "";
    return `<tr><th scope="row" class="claim">${escaped(row.claim)}${why}</th>${cell(row.before, changed ? "no change" : "")}${changed ? cell(row.after, "changed") : ""}${difference}<td class="drawn">${strip(row)}</td></tr>`;
  });
  return `<table><thead><tr><th scope="col">question</th>${heads}<th scope="col" class="drawn"><span aria-hidden="true">0 to 100%</span><span class="visually-hidden">drawn</span></th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

export function drawRanking(ranking, tiles, world) {
  const number = (x) => x.toFixed(2);
  const most = Math.ceil(Math.max(ranking.level, ...ranking.rows.flatMap((r) => [(r.changed || r.base)[4], r.base[4], r.last ? r.last[1] : 0, r.plan ? r.plan[1] : 0])));
  const at = (x) => `${(100 * x / most).toFixed(2)}%`;
  const rows = ranking.rows.map((r, k) => {
    const q = r.changed || r.base;
    const level = `<line x1="${at(ranking.level)}" x2="${at(ranking.level)}" y1="0" y2="100%" stroke="#16212b" stroke-dasharray="2 3"/>`;
    const was = r.changed ? `<line x1="${at(r.base[2])}" x2="${at(r.base[2])}" y1="20%" y2="80%" stroke="#55616c" stroke-width="2"/>` : "";
    const plan = r.plan ? `<svg x="${at(r.plan[1])}" y="50%" overflow="visible"><path d="M0,-5 L5,0 L0,5 L-5,0 Z" fill="#fff" stroke="#b3541e" stroke-width="1.7"/></svg>` : "";
    const last = r.last ? `<line x1="${at(r.last[1])}" x2="${at(r.last[1])}" y1="15%" y2="85%" stroke="#16212b" stroke-width="2.4"/>` : "";
    const svg = `<svg class="range" aria-hidden="true" overflow="visible"><line x1="0" x2="100%" y1="50%" y2="50%" stroke="#cfd6db"/>${level}<rect x="${at(q[0])}" width="${at(q[4] - q[0])}" y="30%" height="40%" fill="#1f5f8b" opacity="0.25"/><rect x="${at(q[1])}" width="${at(q[3] - q[1])}" y="30%" height="40%" fill="#1f5f8b" opacity="0.45"/>${was}<circle cx="${at(q[2])}" cy="50%" r="4" fill="#1f5f8b"/>${last}${plan}</svg>`;
    const chance = (row) => { const c = row.after || row.before; return `<td class="number">${c.rough ? "≈ " : ""}${escaped(c.words)}${c.band ? `<span class="band"> ${escaped(c.band)}</span>` : ""}</td>`; };
    return `<tr><td class="number">${k + 1}</td><th scope="row"><a href="/ally/${r.code}">${escaped(r.name)}</a></th>${chance(r.core)}${chance(r.total)}<td class="number">${number(q[2])}<span class="band">${number(q[0])} to ${number(q[4])}</span></td><td>${svg}</td><td class="number">${r.last ? `${number(r.last[1])}<span class="band">in ${r.last[0]}</span>` : "–"}</td><td class="number">${r.plan ? `${r.plan[1]}<span class="band">by ${r.plan[0]}</span>` : ""}</td></tr>`;
  });
  const key = `<p class="sources">In the drawing, 0 to ${most}% of GDP: pale 5–95% and dark 25–75% of the futures, dot the median${world ? ", thin line the median without the change" : ""}, thick line the last figure, diamond the ally’s dated plan, dotted the level asked.</p>`;
  return `<h2>In ${ranking.year}</h2>${map(ranking, tiles)}<div class="scroll" tabindex="0"><table class="lp-rank"><caption>Ranked by the median of core spending, % of GDP</caption><thead><tr><th scope="col">#</th><th scope="col">ally</th><th scope="col">chance of the core level</th><th scope="col">chance with related</th><th scope="col">core spending (5–95%)</th><th scope="col">drawn</th><th scope="col">last figure</th><th scope="col">dated plan</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>${key}`;
}

function map(ranking, tiles) {
  const named = Object.fromEntries(ranking.rows.map((r) => [r.code, r]));
  const drawn = Object.entries(tiles).map(([code, [x, y]]) => {
    const row = named[code], found = row && (row.core.after || row.core.before), p = found ? found.value : null;
    const light = p === null || p === undefined ? 97 : Math.round(97 - 62 * p);
    return `<g transform="translate(${71 * (x - 1) + 1},${57 * (y - 1) + 1})"><rect width="68" height="54" fill="hsl(205 45% ${light}%)" stroke="#7b868f"/><text x="34" y="23" text-anchor="middle" fill="${light < 55 ? "#fff" : "#16212b"}">${code}</text><text x="34" y="41" text-anchor="middle" fill="${light < 55 ? "#fff" : "#16212b"}">${found ? percentShort(p) : "n/a"}</text></g>`;
  });
  const across = Math.max(...Object.values(tiles).map(([x]) => x)), down = Math.max(...Object.values(tiles).map(([, y]) => y));
  return `<svg class="lp-map" viewBox="0 0 ${71 * across + 2} ${57 * down + 2}" role="img" aria-label="Map of the allies by their chance of the core level; the table below holds the figures">${drawn.join("")}</svg>`;
}
const percentShort = (p) => (p < 0.001 ? "<0.1%" : p > 0.999 ? ">99.9%" : p < 0.1 ? `${(100 * p).toFixed(1)}%` : `${Math.round(100 * p)}%`);
