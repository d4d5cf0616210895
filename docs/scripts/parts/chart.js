// A curve over iterations, drawn as SVG: axes, lines to compare with, and a mark on the curve.

import { element } from "./svg.js";

const MARGIN = { left: 52, right: 24, top: 10, bottom: 42 };

// About so many round numbers from 0 up to the highest, the last of them at or above it.
export function ticks(highest, about) {
  const power = 10 ** Math.floor(Math.log10(highest / about));
  const step = [1, 2, 5, 10].map((size) => size * power).find((size) => size * about >= highest);
  return Array.from({ length: Math.ceil(highest / step - 1e-9) + 1 }, (_, place) => place * step);
}

export class Chart {
  // labels: the words { x, y }; write: how a number on each axis is written, { x, y }.
  constructor(box, { labels, write }) {
    Object.assign(this, { box, labels, write, data: null });
    this.svg = element(box, "svg", { class: "chart", "aria-hidden": true });
    new ResizeObserver(() => this.#draw()).observe(box);
  }

  // x, y: the curve; most: the ends of the axes, { x, y }; lines: each a name, a height, and
  // whether the name stands below the line;
  // mark: the x of a point to mark, or undefined; earlier: another curve { x, y, name } to compare
  // with, or undefined.
  update(data) {
    this.data = data;
    this.#draw();
  }

  #draw() {
    const { clientWidth: width, clientHeight: height } = this.box;
    if (!this.data || !width) return;
    const { x, y, most, lines = [], mark, earlier } = this.data;
    const across = ticks(most.x, Math.max(width / 90, 2));
    const up = ticks(most.y, height / 50);
    const area = { right: width - MARGIN.right, bottom: height - MARGIN.bottom };
    const toX = (value) => MARGIN.left + (value / most.x) * (area.right - MARGIN.left);
    const toY = (value) => area.bottom - Math.min(value / most.y, 1.5) * (area.bottom - MARGIN.top);

    const { svg } = this;
    svg.replaceChildren();
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    for (const value of up.filter((value) => value <= most.y)) {
      element(svg, "path", { d: `M${MARGIN.left} ${toY(value)}H${area.right}`, class: "grid" });
      element(svg, "text", { x: MARGIN.left - 6, y: toY(value), class: "up" }, this.write.y(value));
    }
    for (const value of across.filter((value) => value <= most.x)) {
      element(svg, "path", { d: `M${toX(value)} ${area.bottom}v4`, class: "grid" });
      element(svg, "text", { x: toX(value), y: area.bottom + 8, class: "across" }, this.write.x(value));
    }
    const middle = (MARGIN.left + area.right) / 2;
    element(svg, "text", { x: middle, y: height - 4, class: "label" }, this.labels.x);
    const turned = `rotate(-90 12 ${area.bottom / 2})`;
    element(svg, "text", { x: 12, y: area.bottom / 2, transform: turned, class: "label" }, this.labels.y);
    for (const [name, value, below] of lines) {
      element(svg, "path", { d: `M${MARGIN.left} ${toY(value)}H${area.right}`, class: "guide" });
      element(svg, "text", { x: area.right, y: toY(value) + (below ? 14 : -4), class: "guide-name" }, name);
    }
    if (earlier) {
      const places = earlier.x.filter((value) => value <= most.x);
      element(svg, "path", { d: path(places, earlier.y, toX, toY), class: "earlier" });
      const place = Math.floor(places.length * 0.6); // where its name stands
      const name = { x: toX(places[place]), y: toY(earlier.y[place]) - 6, class: "earlier-name" };
      element(svg, "text", name, earlier.name);
    }
    element(svg, "path", { d: path(x, y, toX, toY), class: "curve" });
    if (mark === undefined || !x.length) return;
    const place = x.findLastIndex((value) => value <= mark);
    element(svg, "path", { d: `M${toX(mark)} ${MARGIN.top}V${area.bottom}`, class: "mark-line" });
    element(svg, "circle", { cx: toX(mark), cy: toY(y[Math.max(place, 0)]), r: 5, class: "mark" });
  }
}

// A curve's path with a point or two for each pixel across, the first and the last there.
function path(x, y, toX, toY) {
  const columns = new Map();
  x.forEach((value, place) => {
    const column = Math.round(toX(value));
    const height = toY(y[place]);
    const known = columns.get(column) ?? [];
    if (known.length < 2) known.push(height);
    else known[1] = height;
    columns.set(column, known);
  });
  const points = [...columns].flatMap(([column, heights]) => heights.map((height) => `${column} ${height.toFixed(1)}`));
  return points.length ? `M${points.join("L")}` : "";
}
