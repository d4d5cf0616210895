// A curve over iterations, drawn as SVG: axes, lines to compare with, and a mark on the curve.

import { placeNames } from "./guide_names.js";
import { element } from "./svg.js";

const MARGIN = { left: 52, right: 26, top: 10, bottom: 24 };
const LABEL = 18; // pixels for the word below an axis
const NAME = 11; // the height of a line's name

// About so many round numbers from 0 up to the highest, the last of them at or above it.
export function ticks(highest, about) {
  const power = 10 ** Math.floor(Math.log10(highest / about));
  const step = [1, 2, 5, 10].map((size) => size * power).find((size) => size * about >= highest);
  return Array.from({ length: Math.ceil(highest / step - 1e-9) + 1 }, (_, place) => place * step);
}

export class Chart {
  // labels: the words { x, y }, or none; write: how a number on each axis is written, { x, y },
  // and one beside a point, { point }; pick: called with the x that a reader points at.
  constructor(box, { labels = {}, write, pick }) {
    Object.assign(this, { box, labels, write, data: null, size: {}, widths: {} });
    this.svg = element(box, "svg", { class: "chart", "aria-hidden": true });
    if (pick) this.#listen(pick);
    new ResizeObserver(([{ contentRect }]) => {
      this.size = contentRect; // to ask for it at each drawing would be slow
      this.#draw();
    }).observe(box);
  }

  // x, y: the curve; most: the ends of the axes, { x, y }; lines: pairs of a name and a height;
  // mark: the x of a point to mark, or undefined; points: whether to mark and name each point;
  // lost: { x, name }, where the curve breaks off; earlier: another curve { x, y, name } to compare
  // with.
  update(data) {
    this.data = data;
    this.#draw();
  }

  #draw() {
    const { width, height } = this.size;
    if (!this.data || !width) return;
    const { x, y, most, lines = [], mark, points, lost, earlier } = this.data;
    const bottom = height - MARGIN.bottom - (this.labels.x ? LABEL : 0);
    const area = { left: MARGIN.left, right: width - MARGIN.right, top: MARGIN.top, bottom };
    const toX = (value) => area.left + (value / most.x) * (area.right - area.left);
    const toY = (value) => bottom - Math.min(value / most.y, 1.5) * (bottom - area.top);

    this.svg.replaceChildren();
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.#axes(area, most, toX, toY);
    const curve = thin(x, y, toX, toY);
    this.#guides(lines, area, curve, toY);
    if (earlier) this.#earlier(earlier, most, toX, toY);
    if (curve.length) this.#add("path", { d: `M${curve.join("L")}`, class: "curve" });
    if (lost) this.#add("path", { d: cross(toX(lost.x), area), class: "lost" });
    if (points) x.forEach((value, place) => this.#point(toX(value), toY(y[place]), this.write.point(y[place])));
    if (lost) this.#add("text", { x: toX(lost.x) + 9, y: area.top + 9, class: "point-name" }, lost.name);
    if (mark === undefined || mark === lost?.x || !x.length) return;
    const place = Math.max(x.findLastIndex((value) => value <= mark), 0);
    this.#add("path", { d: `M${toX(mark)} ${area.top}V${bottom}`, class: "mark-line" });
    this.#add("circle", { cx: toX(mark), cy: toY(y[place]), r: 5, class: "mark" });
  }

  #add(kind, attributes, text) {
    return element(this.svg, kind, attributes, text);
  }

  #axes({ left, right, top, bottom }, most, toX, toY) {
    const within = (values, highest) => values.filter((value) => value <= highest);
    for (const value of within(ticks(most.y, (bottom - top) / 30), most.y)) {
      this.#add("path", { d: `M${left} ${toY(value)}H${right}`, class: "grid" });
      this.#add("text", { x: left - 6, y: toY(value), class: "up" }, this.write.y(value));
    }
    const room = 16 + 8 * this.write.x(most.x).length; // pixels for a number
    const about = Math.min(Math.max((right - left) / room, 2), most.x); // no half an iteration
    for (const value of within(ticks(most.x, about), most.x)) {
      this.#add("path", { d: `M${toX(value)} ${bottom}v4`, class: "grid" });
      this.#add("text", { x: toX(value), y: bottom + 8, class: "across" }, this.write.x(value));
    }
    const [across, up] = [(left + right) / 2, (top + bottom) / 2];
    if (this.labels.x) this.#add("text", { x: across, y: bottom + MARGIN.bottom + LABEL - 4, class: "label" }, this.labels.x);
    const turned = { x: 12, y: up, transform: `rotate(-90 12 ${up})`, class: "label" };
    if (this.labels.y) this.#add("text", turned, this.labels.y);
  }

  // Lines across the whole chart; a name that fits nowhere is left out.
  #guides(lines, area, curve, toY) {
    for (const [, value] of lines) this.#add("path", { d: `M${area.left} ${toY(value)}H${area.right}`, class: "guide" });
    const texts = lines.map(([name]) => this.#add("text", { class: "guide-name" }, name));
    const sizes = lines.map(([name, value], place) => {
      this.widths[name] ??= texts[place].getComputedTextLength();
      return { y: toY(value), width: this.widths[name] };
    });
    placeNames(sizes, area, curve, NAME).forEach((box, place) => {
      if (!box) return texts[place].remove();
      texts[place].setAttribute("x", box.right);
      texts[place].setAttribute("y", box.bottom - 1.5);
    });
  }

  #earlier({ x, y, name }, most, toX, toY) {
    const places = x.filter((value) => value <= most.x);
    const curve = thin(places, y, toX, toY);
    if (curve.length) this.#add("path", { d: `M${curve.join("L")}`, class: "earlier" });
    const place = Math.floor(places.length * 0.6); // where its name stands
    const left = Math.max(toX(places[place]), MARGIN.left + 36);
    this.#add("text", { x: left, y: toY(y[place]) - 6, class: "earlier-name" }, name);
  }

  #point(x, y, name) {
    this.#add("circle", { cx: x, cy: y, r: 4, class: "point" });
    this.#add("text", { x: x + 9, y: y + 4, class: "point-name" }, name);
  }

  #listen(pick) {
    const point = ({ clientX }) => {
      const { left, width } = this.svg.getBoundingClientRect();
      const share = (clientX - left - MARGIN.left) / (width - MARGIN.left - MARGIN.right);
      if (this.data) pick(Math.min(Math.max(share, 0), 1) * this.data.most.x);
    };
    this.svg.addEventListener("pointerdown", (event) => {
      this.svg.setPointerCapture(event.pointerId);
      point(event);
    });
    this.svg.addEventListener("pointermove", (event) => {
      if (this.svg.hasPointerCapture(event.pointerId)) point(event);
    });
  }
}

// A line up to a cross.
const cross = (x, { top, bottom }) => `M${x} ${top + 5}V${bottom}m-6 ${top - bottom - 1}l12 12m0-12l-12 12`;

// The curve's points in pixels, one or two for each pixel across, the first and the last there.
function thin(x, y, toX, toY) {
  const columns = new Map();
  x.forEach((value, place) => {
    const point = [toX(value), toY(y[place])].map((pixel) => Number(pixel.toFixed(1)));
    const column = Math.round(point[0]);
    const known = columns.get(column) ?? [];
    known[known.length && 1] = point;
    columns.set(column, known);
  });
  return [...columns.values()].flat();
}
