// A plane with two axes, drawn in the page's own pixels, so that its words keep their size, and
// a pointer that moves over it.

import { element } from "./svg.js";

const MARGIN = { left: 44, right: 12, top: 12, bottom: 26 };

export class Plane {
  // x, y: the ends of the axes; ticks: the numbers along them, { x, y }; labels: their names,
  // { x, y }; draw: draws what's on the plane, called again when its size has changed.
  constructor(svg, { x, y, ticks, labels, draw }) {
    Object.assign(this, { svg, x, y, ticks, labels });
    this.axes = element(svg, "g", {});
    this.#measure();
    new ResizeObserver(() => {
      if (!this.#measure()) return;
      this.#drawAxes();
      draw();
    }).observe(svg);
  }

  toX = (value) => MARGIN.left + ((value - this.x[0]) / (this.x[1] - this.x[0])) * this.across;

  toY = (value) => MARGIN.top + ((this.y[1] - value) / (this.y[1] - this.y[0])) * this.up;

  fromX = (pixels) => this.x[0] + ((pixels - MARGIN.left) / this.across) * (this.x[1] - this.x[0]);

  fromY = (pixels) => this.y[1] - ((pixels - MARGIN.top) / this.up) * (this.y[1] - this.y[0]);

  // Call move with each place that a pointer drags over or clicks, and start with what it has
  // grasped. A finger that scrolls the page moves nothing.
  follow(move, start = () => {}) {
    const { svg } = this;
    let from = null; // where a finger came down that may want to scroll
    const go = ({ clientX, clientY }) => {
      const { left, top } = svg.getBoundingClientRect();
      move(this.fromX(clientX - left), this.fromY(clientY - top));
    };
    svg.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      svg.setPointerCapture(event.pointerId);
      from = event.pointerType === "touch" && !event.target.closest(".handle") ? event : null;
      start(event.target);
    });
    svg.addEventListener("pointermove", (event) => {
      if (!svg.hasPointerCapture(event.pointerId)) return;
      if (from && Math.abs(event.clientX - from.clientX) <= Math.abs(event.clientY - from.clientY)) return;
      from = null;
      go(event);
    });
    svg.addEventListener("click", go);
  }

  #measure() {
    const { width, height } = this.svg.getBoundingClientRect();
    this.across = width - MARGIN.left - MARGIN.right;
    this.up = height - MARGIN.top - MARGIN.bottom;
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    return width;
  }

  #drawAxes() {
    const { axes, toX, toY, x, y, ticks, labels } = this;
    const [left, right, bottom, top] = [...x.map(toX), ...y.map(toY)];
    axes.replaceChildren();
    const line = (value, d) => element(axes, "path", { d, class: value ? "grid" : "axis" });
    const write = (text, kind, x, y) => element(axes, "text", { x, y, class: kind }, text);
    for (const value of ticks.x) {
      line(value, `M${toX(value)} ${bottom}V${top}`);
      write(String(value).replace("-", "−"), "across", toX(value), bottom + 8);
    }
    for (const value of ticks.y) {
      line(value, `M${left} ${toY(value)}H${right}`);
      write(String(value).replace("-", "−"), "up", left - 8, toY(value));
    }
    write(labels.x, "across name", right, bottom + 8);
    write(labels.y, "up name", left - 8, top);
  }
}

// Something to grasp: a point, or another shape, with a halo, large enough for a finger.
export function handle(parent, name, shape = "M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0") {
  const group = element(parent, "g", { class: "handle", "data-name": name });
  element(group, "circle", { r: 13, class: "halo" });
  element(group, "path", { d: shape, class: "grip" });
  element(group, "circle", { r: 22, class: "reach" });
  return group;
}
