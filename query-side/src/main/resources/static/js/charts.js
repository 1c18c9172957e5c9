// Draws the charts of a report from the tables of the same page, so that charts and tables always agree. The other
// texts of a chart come from the data attributes of its element, its colours from the style sheets: they differ by day,
// by night and on paper.
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
let paint = {};
let fontSize = 12;
const FAMILY = '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';
const MOST_ROWS = 15;

function rows(table) {
  return [...document.querySelectorAll(`#${table} tbody tr`)].map((row) => {
    const figures = { label: row.dataset.label };
    for (const cell of row.querySelectorAll("[data-figure]")) {
      figures[cell.dataset.figure] = cell.dataset.value === undefined ? null : Number(cell.dataset.value);
    }
    return figures;
  });
}

const percent = (ratio) => (ratio === null ? null : Math.floor(ratio * 1000) / 10);
const grid = { left: 8, right: 16, top: 36, bottom: 8, containLabel: true };
const base = () => ({
  animation: false,
  textStyle: { fontFamily: FAMILY, fontSize, color: paint.quiet },
  tooltip: {
    trigger: "axis", renderMode: "richText", confine: true,
    backgroundColor: paint.sheet, borderColor: paint.line, textStyle: { color: paint.text },
  },
  grid,
});
const axis = () => ({
  axisLine: { lineStyle: { color: paint.line } },
  splitLine: { lineStyle: { color: paint["line-soft"] } },
  axisLabel: { fontSize, color: paint.quiet },
  nameTextStyle: { color: paint.quiet },
});
const percents = () => ({
  ...axis(), type: "value", max: 100, axisLabel: { formatter: "{value}%", fontSize, color: paint.quiet },
});
const bars = (name, data, itemStyle) => ({ name, type: "bar", data, itemStyle, barMaxWidth: 18 });
const names = (all) => ({
  ...axis(), type: "category", inverse: true, data: all.map((row) => row.label), axisTick: { show: false },
  axisLabel: { width: 10 * fontSize, overflow: "truncate", fontSize, color: paint.quiet },
});

const drawings = {
  trend: (all, words) => ({
    ...base(),
    legend: { top: 0, left: 8, icon: "roundRect", itemHeight: 8, textStyle: { fontSize, color: paint.quiet } },
    xAxis: { type: "category", data: all.map((row) => row.label.slice(5) || row.label), ...axis() },
    yAxis: [{ type: "value", minInterval: 1, ...axis() }, { ...percents(), min: 0, splitLine: { show: false } }],
    series: [
      bars(words.received, all.map((row) => row.received), { color: paint.pale }),
      bars(words.finished, all.map((row) => row.finished), { color: paint.action }),
      {
        name: words.rate, type: "line", yAxisIndex: 1, data: all.map((row) => percent(row.onTimeRate)),
        connectNulls: true, symbolSize: 5, itemStyle: { color: paint.amber }, lineStyle: { width: 2 },
      },
    ],
  }),
  spread: (all, words) => {
    const longest = Math.max(0, ...all.map((row) => Number(row.label)));
    const days = Array.from({ length: longest + 1 }, (_, day) => day);
    const reached = (share) => all.find((row) => row.within >= share)?.label;
    const marks = [[words.median, 0.5], [words.p90, 0.9]].filter(([, share]) => reached(share) !== undefined);
    return {
      ...base(),
      grid: { ...grid, top: 28, bottom: 24 },
      xAxis: {
        type: "category", data: days.map(String), name: words.days, nameLocation: "middle", nameGap: 26, ...axis(),
      },
      yAxis: { type: "value", minInterval: 1, ...axis() },
      series: [{
        name: words.cases, type: "bar", barCategoryGap: "12%", barMaxWidth: 40, itemStyle: { color: paint.action },
        data: days.map((day) => all.find((row) => Number(row.label) === day)?.count ?? 0),
        markLine: {
          symbol: "none", silent: true, lineStyle: { color: paint.ink, type: "dashed" },
          label: { formatter: "{b}", color: paint.ink },
          data: marks.map(([name, share]) => ({ name: `${name} ${reached(share)}`, xAxis: reached(share) })),
        },
      }],
    };
  },
  "on-time": (all, words) => ({
    ...base(),
    grid: { ...grid, top: 8 },
    xAxis: percents(),
    yAxis: names(all),
    series: [{
      name: words.percent, type: "bar", barMaxWidth: 14, showBackground: true, backgroundStyle: { color: paint.hover },
      data: all.map(({ onTimeRate }) => ({
        value: percent(onTimeRate),
        itemStyle: { color: onTimeRate !== null && onTimeRate < 0.9 ? paint["amber-dot"] : paint.action },
      })),
    }],
  }),
  days: (all, words) => ({
    ...base(),
    grid: { ...grid, top: 8 },
    xAxis: { type: "value", minInterval: 1, ...axis() },
    yAxis: names(all),
    series: [
      { ...bars(words.median, all.map((row) => row.median), { color: paint.action }), stack: "days" },
      {
        ...bars(
          words.further,
          all.map(({ p90, median }) => (p90 === null ? null : p90 - median)),
          { color: paint.pale },
        ),
        stack: "days",
      },
    ],
  }),
  levels: (all, words) => ({
    ...base(),
    grid: { ...grid, top: 8 },
    xAxis: { type: "value", minInterval: 1, ...axis() },
    yAxis: names(all),
    series: [{
      name: words.count, type: "bar", barMaxWidth: 22, label: { show: true, position: "right", color: paint.ink },
      data: all.map((row, at) => ({
        value: row.count,
        itemStyle: { color: [paint.action, "#3f8790", "#8fb4b8", paint["amber-dot"], "#b06a08"][at] },
      })),
    }],
  }),
};

const PAINTS = ["ink", "text", "quiet", "action", "pale", "amber", "amber-dot", "sheet", "line", "line-soft", "hover"];

function draw() {
  paint = Object.fromEntries(PAINTS.map((name) => [name, colour(name)]));
  fontSize = Math.max(12, 0.75 * parseFloat(getComputedStyle(document.documentElement).fontSize));
  for (const place of document.querySelectorAll("[data-chart]")) {
    const all = place.dataset.table === "rows" ? rows("rows").slice(0, MOST_ROWS) : rows(place.dataset.table);
    if (place.dataset.table === "rows") place.style.height = `${Math.max(8, 3 + 1.7 * all.length)}rem`;
    const chart = echarts.getInstanceByDom(place) ?? echarts.init(place, null, { renderer: "canvas" });
    if (!matchMedia("print").matches) chart.resize(); // paper scales what the screen has drawn
    chart.setOption(drawings[place.dataset.chart](all, place.dataset), true);
    chart.getZr().refreshImmediately(); // what is about to be printed cannot wait for the next frame
  }
}

draw();
document.addEventListener("htmx:afterSettle", draw);
["print", "(prefers-color-scheme: dark)"].forEach((medium) => matchMedia(medium).addEventListener("change", draw));
window.addEventListener("resize", () => {
  document.querySelectorAll("[data-chart]").forEach((place) => echarts.getInstanceByDom(place)?.resize());
});
