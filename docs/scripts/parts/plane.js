// A plane with two axes, drawn in the page's own pixels, so that its words keep their size, and
// a pointer that moves over it.

import { element } from "./svg.js";

const MARGIN = { left: 44, right: 12, top: 12, bottom: 26 };

export class Plane {
  // x, y: the ends of the axes; ticks: the numbers along them, { x, y }; draw: draws what's on
  // the plane, called again when its size has changed.
  constructor(svg, { x, y, ticks, draw }) {
    Object.assign(this, { svg, x, y, ticks });
    this.axes = element(svg, "g", {});
    new ResizeObserver(() => {
      if (!this.#measure()) return;
      this.#drawAxes();
      draw();
    }).observe(svg);
    this.#measure();
  }

  toX = (value) => MARGIN.left + ((value - this.x[0]) / (this.x[1] - this.x[0])) * this.across;

  toY = (value) => MARGIN.top + ((this.y[1] - value) / (this.y[1] - this.y[0])) * this.up;

  // Call move with each place that a pointer drags over or clicks, and start with what it has
  // grasped. A finger that scrolls the page does neither.
  follow(move, start = () => {}) {
    const { svg } = this;
    const go = ({ clientX, clientY }) => {
      const { left, top } = svg.getBoundingClientRect();
      const [right, down] = [clientX - left - MARGIN.left, clientY - top - MARGIN.top];
      const [{ x, y }, { across, up }] = [this, this];
      move(x[0] + (right / across) * (x[1] - x[0]), y[1] - (down / up) * (y[1] - y[0]));
    };
    svg.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      svg.setPointerCapture(event.pointerId);
      start(event.target);
    });
    svg.addEventListener("pointermove", (event) => {
      if (svg.hasPointerCapture(event.pointerId)) go(event);
    });
    svg.addEventListener("click", go);
  }

  #measure() {
    const { width, height } = this.svg.getBoundingClientRect();
    this.across = Math.max(width - MARGIN.left - MARGIN.right, 1);
    this.up = Math.max(height - MARGIN.top - MARGIN.bottom, 1);
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    return width;
  }

  #drawAxes() {
    const { axes, toX, toY, x, y, ticks } = this;
    axes.replaceChildren();
    for (const value of ticks.x) {
      const kind = value ? "grid" : "axis";
      element(axes, "path", { d: `M${toX(value)} ${toY(y[0])}V${toY(y[1])}`, class: kind });
      const place = { x: toX(value), y: toY(y[0]) + 8, class: "across" };
      element(axes, "text", place, String(value).replace("-", "−"));
    }
    for (const value of ticks.y) {
      const kind = value ? "grid" : "axis";
      element(axes, "path", { d: `M${toX(x[0])} ${toY(value)}H${toX(x[1])}`, class: kind });
      const place = { x: MARGIN.left - 8, y: toY(value), class: "up" };
      element(axes, "text", place, String(value).replace("-", "−"));
    }
  }
}

// Something to grasp: a point with a halo, large enough for a finger.
export function handle(parent, name) {
  const group = element(parent, "g", { class: "handle", "data-name": name });
  for (const [kind, r] of [["halo", 13], ["grip", 8], ["reach", 22]]) element(group, "circle", { r, class: kind });
  return group;
}
