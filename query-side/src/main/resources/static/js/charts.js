// Draws the charts of a report from the tables of the same page, so that charts and tables always agree. The other
// texts of a chart come from the data attributes of its element.
const INK = "#12344a";
const TEAL = "#0d6670";
const RED = "#ad2f1d";
const QUIET = "#55626a";
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
const base = {
  animation: false,
  textStyle: { fontFamily: FAMILY, color: QUIET },
  tooltip: { trigger: "axis", renderMode: "richText", confine: true },
  grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
};
const line = { axisLine: { lineStyle: { color: "#c9c5b7" } }, splitLine: { lineStyle: { color: "#ebe8de" } } };
const names = (all) => ({
  type: "category", inverse: true, data: all.map((row) => row.label), axisTick: { show: false }, ...line,
  axisLabel: { width: 120, overflow: "truncate", color: QUIET },
});

const drawings = {
  trend: (all, words) => ({
    ...base,
    legend: { top: 0, left: 8, icon: "roundRect", itemHeight: 8 },
    xAxis: { type: "category", data: all.map((row) => row.label.slice(5) || row.label), ...line },
    yAxis: [{ type: "value", minInterval: 1, ...line }, { type: "value", max: 100, min: 0, axisLabel: { formatter: "{value}%" }, splitLine: { show: false } }],
    series: [
      { name: words.received, type: "bar", data: all.map((row) => row.received), itemStyle: { color: "#b9cdd2" }, barMaxWidth: 18 },
      { name: words.finished, type: "bar", data: all.map((row) => row.finished), itemStyle: { color: TEAL }, barMaxWidth: 18 },
      { name: words.rate, type: "line", yAxisIndex: 1, data: all.map((row) => percent(row.onTimeRate)), connectNulls: true, symbolSize: 5, itemStyle: { color: RED }, lineStyle: { width: 2 } },
    ],
  }),
  spread: (all, words) => {
    const longest = Math.max(0, ...all.map((row) => Number(row.label)));
    const days = Array.from({ length: longest + 1 }, (_, day) => day);
    const reached = (share) => all.find((row) => row.within >= share)?.label;
    const marks = [[words.median, 0.5], [words.p90, 0.9]].filter(([, share]) => reached(share) !== undefined);
    return {
      ...base,
      grid: { ...base.grid, top: 28, bottom: 24 },
      xAxis: { type: "category", data: days.map(String), name: words.days, nameLocation: "middle", nameGap: 26, ...line },
      yAxis: { type: "value", minInterval: 1, ...line },
      series: [{
        name: words.cases, type: "bar", barCategoryGap: "12%", barMaxWidth: 40, itemStyle: { color: TEAL },
        data: days.map((day) => all.find((row) => Number(row.label) === day)?.count ?? 0),
        markLine: {
          symbol: "none", silent: true, lineStyle: { color: RED, type: "dashed" },
          label: { formatter: "{b}", color: RED },
          data: marks.map(([name, share]) => ({ name: `${name} ${reached(share)}`, xAxis: reached(share) })),
        },
      }],
    };
  },
  "on-time": (all, words) => ({
    ...base,
    grid: { ...base.grid, top: 8 },
    xAxis: { type: "value", max: 100, axisLabel: { formatter: "{value}%" }, ...line },
    yAxis: names(all),
    series: [{
      name: words.percent, type: "bar", barMaxWidth: 14, showBackground: true, backgroundStyle: { color: "#f2f0e8" },
      data: all.map((row) => ({ value: percent(row.onTimeRate), itemStyle: { color: row.onTimeRate !== null && row.onTimeRate < 0.9 ? RED : TEAL } })),
    }],
  }),
  days: (all, words) => ({
    ...base,
    grid: { ...base.grid, top: 8 },
    xAxis: { type: "value", minInterval: 1, ...line },
    yAxis: names(all),
    series: [
      { name: words.median, type: "bar", stack: "days", barMaxWidth: 14, itemStyle: { color: TEAL }, data: all.map((row) => row.median) },
      { name: words.further, type: "bar", stack: "days", barMaxWidth: 14, itemStyle: { color: "#b9cdd2" }, data: all.map((row) => (row.p90 === null ? null : row.p90 - row.median)) },
    ],
  }),
  levels: (all, words) => ({
    ...base,
    grid: { ...base.grid, top: 8 },
    xAxis: { type: "value", minInterval: 1, ...line },
    yAxis: names(all),
    series: [{
      name: words.count, type: "bar", barMaxWidth: 22, label: { show: true, position: "right", color: INK },
      data: all.map((row, at) => ({ value: row.count, itemStyle: { color: [TEAL, "#3f8790", "#8fb4b8", "#d98a76", RED][at] } })),
    }],
  }),
};

function draw() {
  for (const place of document.querySelectorAll("[data-chart]")) {
    const all = place.dataset.table === "rows" ? rows("rows").slice(0, MOST_ROWS) : rows(place.dataset.table);
    if (place.dataset.table === "rows") place.style.height = `${Math.max(8, 3 + 1.7 * all.length)}rem`;
    const chart = echarts.getInstanceByDom(place) ?? echarts.init(place, null, { renderer: "canvas" });
    chart.resize();
    chart.setOption(drawings[place.dataset.chart](all, place.dataset), true);
  }
}

draw();
document.addEventListener("htmx:afterSettle", draw);
window.addEventListener("resize", () => document.querySelectorAll("[data-chart]").forEach((place) => echarts.getInstanceByDom(place)?.resize()));
