// The pages with levers: the address holds their state, the answer follows a lever at once from few futures, then from all.
import { drawChart, legend, chartTable, savePng } from "./charts.js";
import { drawRows, drawRanking, escaped } from "./tables.js";

const page = document.getElementById("levers-page");
const form = document.getElementById("lp-levers");
const status = document.getElementById("lp-status");
const levers = [...form.querySelectorAll(".lp-lever[data-lever]")].map((box) => ({
  box, name: box.dataset.lever, kind: box.dataset.kind, start: box.dataset.start, always: box.dataset.always === "1",
  run: box.dataset.run === "1", dated: box.dataset.dated === "1", unit: box.dataset.unit, control: box.querySelector("input, select"),
  output: box.querySelector("output"), off: box.querySelector(".lp-off"),
}));
const parties = [...form.querySelectorAll("[data-party]")];
let shown = null; // the last full answer
let wanted = null; // the address that is to be shown next
let busy = false;
let waiting = null; // cancels the full answer under way
let pushed = { name: "", at: 0 };

const plain = (text) => String(Math.round(Number(text) * 1e4) / 1e4);
function valueOf(lever) {
  if (lever.kind === "range") return lever.control.dataset.moved === "1" ? plain(lever.control.value) : "";
  if (lever.kind === "day") return lever.control.value;
  return lever.control.value;
}
function address() {
  const path = ["", page.dataset.page, ...parties.map((one) => one.value)].join("/");
  const moved = levers.map((one) => [one.name, valueOf(one)]).filter(([, value], k) => value !== "" && value !== levers[k].start);
  const query = new URLSearchParams(moved).toString();
  return query ? `${path}?${query}` : path;
}
function runOf(where) {
  const query = new URLSearchParams(where.split("?")[1] || "");
  return levers.filter((one) => one.run).map((one) => query.get(one.name) || one.start).join("|");
}
function told(lever) {
  if (lever.kind !== "range") return;
  const moved = lever.control.dataset.moved === "1";
  let words = lever.control.value;
  if (lever.dated) words = `${Math.floor(words)}, quarter ${4 * (words % 1) + 1}`;
  else if (lever.unit) words += ` ${lever.unit}`;
  lever.output.textContent = moved || lever.always ? words : "as simulated";
  lever.control.setAttribute("aria-valuetext", moved || lever.always ? words : `as simulated; ${words} once moved`);
  lever.off.hidden = !moved;
}
function restore() {
  const query = new URLSearchParams(location.search);
  const codes = location.pathname.split("/").slice(2).filter(Boolean);
  parties.forEach((one, k) => { if (codes[k]) one.value = codes[k].toUpperCase(); });
  for (const lever of levers) {
    const value = query.get(lever.name) || "";
    if (lever.kind === "range") {
      lever.control.value = value || lever.start || lever.control.defaultValue;
      lever.control.dataset.moved = value ? "1" : "0";
    } else lever.control.value = value || (lever.kind === "day" ? "" : lever.start);
    told(lever);
  }
}
function keep(name) {
  const where = address();
  if (where === location.pathname + location.search) return;
  const again = pushed.name === name && performance.now() - pushed.at < 1500; // one entry a gesture, not one a key
  history[again ? "replaceState" : "pushState"](null, "", where);
  pushed = { name, at: performance.now() };
}
function moved(lever) {
  if (lever && lever.kind === "range") lever.control.dataset.moved = "1";
  if (lever) told(lever);
  ask();
}
function ask() {
  wanted = address();
  page.dataset.wanted = wanted;
  if (waiting) waiting.abort();
  if (!busy) follow();
}
async function get(stage, where, signal) {
  const reply = await fetch(`/levers/${stage}${where}`, { signal });
  const found = await reply.json().catch(() => ({ error: "The answer could not be read. Try again." }));
  if (!reply.ok) throw new Error(found.error || "The app could not answer. Try again.");
  return found;
}
async function follow() {
  busy = true;
  while (wanted !== null) {
    const where = wanted;
    wanted = null;
    try {
      const same = shown && runOf(where) === shown.run && where.split("?")[0] === shown.path;
      if (same && where.includes("?")) {
        const first = await get("first", where);
        if (first.world) { merge(first); page.dataset.first = where; }
      } else if (!same) say("Preparing the futures: a few seconds, once.");
      if (wanted !== null) continue;
      waiting = new AbortController();
      const full = await get("full", where, waiting.signal);
      shown = full;
      shown.where = where;
      shown.run = runOf(where);
      shown.path = where.split("?")[0];
      draw();
      page.dataset.full = where;
    } catch (fault) {
      if (fault.name !== "AbortError") say(fault.message, true);
    }
    waiting = null;
  }
  busy = false;
}
function say(words, wrong = false) {
  status.textContent = words;
  status.classList.toggle("wrong", wrong);
}
function draw() {
  const change = shown.world ? `with ${shown.world}` : "no lever is moved";
  say(`${shown.futures.toLocaleString("en")} futures, figures known up to ${shown.as_of}; ${change}.`);
  document.getElementById("lp-rows").innerHTML = drawRows(shown) + files("answers");
  drawCharts();
  if (shown.ranking) {
    const box = document.getElementById("lp-ranking");
    box.hidden = false;
    box.innerHTML = drawRanking(shown.ranking, JSON.parse(page.dataset.tiles), shown.world) + files("ranking");
  }
  document.getElementById("lp-python").textContent = shown.lines.python;
  document.getElementById("lp-command").textContent = shown.lines.command;
}
function merge(first) { // what few futures say, until all have answered
  if (!shown) return;
  const rough = (row) => (row.text in first.chances ? { ...row, after: { ...(row.after || row.before), words: first.chances[row.text], band: "", rough: true }, difference: null } : row);
  const mixed = { ...shown, world: first.world, rows: shown.rows.map(rough), charts: shown.charts.map((one) => ({ ...one, changed: first.charts[one.key] })) };
  say(`First answer, from ${first.few} futures; all follow.`);
  document.getElementById("lp-rows").innerHTML = drawRows(mixed);
  if (shown.ranking) {
    const rows = shown.ranking.rows.map((row) => ({ ...row, core: rough(row.core), total: rough(row.total), changed: first.spending[row.code] }));
    document.getElementById("lp-ranking").innerHTML = drawRanking({ ...shown.ranking, rows }, JSON.parse(page.dataset.tiles), first.world) + files("ranking");
  }
  mixed.charts.forEach((one) => { document.querySelector(`#chart-${one.key} .drawing`).innerHTML = drawChart(one, mixed.charts, widthOf(one)); });
}
function widthOf(one) { return document.querySelector(`#chart-${one.key} .drawing`).clientWidth || 340; }
function files(key) {
  const at = shown.where;
  const link = (kind, words) => `<a href="/levers/file/${kind}/${key}${escaped(at)}" download>${words}</a>`;
  const png = key === "ranking" || key === "answers" ? "" : `<button type="button" data-png="${key}">PNG</button>`;
  return `<p class="lp-files"><span>Take away:</span>${link("csv", "CSV")}${link("xlsx", "Excel")}${png}${link("txt", "question as text")}</p>`;
}
function drawCharts() {
  const place = document.getElementById("lp-charts");
  place.innerHTML = shown.charts.map((one) => `<figure class="lp-chart" id="chart-${one.key}"><h3>${escaped(one.title)}</h3><p class="unit">${escaped(one.unit)}</p>
    <div class="drawing"></div>${legend(one)}${sourcesOf(one)}${files(one.key)}<details><summary>Figures as a table<span class="visually-hidden">: ${escaped(one.title)}</span></summary><div class="scroll" tabindex="0">${chartTable(one)}</div></details></figure>`).join("");
  shown.charts.forEach((one) => { document.querySelector(`#chart-${one.key} .drawing`).innerHTML = drawChart(one, shown.charts, widthOf(one)); });
}
function sourcesOf(one) {
  const named = one.sources.map((s) => `${s.link ? `<a href="${escaped(s.link)}" rel="noopener noreferrer">${escaped(s.words)}</a>` : escaped(s.words)}${s.published ? `, ${escaped(s.published)}` : ""}`);
  const text = [one.note ? escaped(one.note) : "", named.length ? `Past figures: ${named.join("; ")}.` : ""].filter(Boolean).join(" ");
  return text ? `<p class="sources">${text}</p>` : "";
}

for (const lever of levers) {
  lever.control.addEventListener("input", () => moved(lever));
  lever.control.addEventListener("change", () => keep(lever.name));
  if (lever.off) lever.off.addEventListener("click", () => {
    lever.control.dataset.moved = "0";
    if (lever.start) lever.control.value = lever.start;
    told(lever);
    lever.control.focus();
    ask();
    keep(lever.name);
  });
}
parties.forEach((one) => one.addEventListener("change", () => { location.assign(address()); }));
document.getElementById("lp-reset").addEventListener("click", () => {
  history.pushState(null, "", address().split("?")[0]);
  restore();
  ask();
});
window.addEventListener("popstate", () => {
  const codes = location.pathname.split("/").slice(2);
  if (parties.some((one, k) => codes[k] && one.value !== codes[k])) return location.reload();
  restore();
  ask();
});
document.addEventListener("click", (event) => {
  const key = event.target.dataset && event.target.dataset.png;
  if (key) savePng(document.querySelector(`#chart-${key} svg`), shown.charts.find((one) => one.key === key), page.dataset.page);
});
form.addEventListener("submit", (event) => event.preventDefault());
let resized = 0;
window.addEventListener("resize", () => { clearTimeout(resized); resized = setTimeout(() => shown && drawCharts(), 200); });
levers.forEach(told);
ask();
