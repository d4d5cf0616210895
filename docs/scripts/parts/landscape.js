// The cost as the height of a landscape over a weight and a bias, and the way of a training in it.

import { format } from "./format.js";
import { colour } from "./surface.js";
import { element } from "./svg.js";

const NEAR = { w: [-4, 12], b: [-16, 4] }; // the part that is shown first
const ZOOMS = [1, 2, 5, 10, 20, 50, 100]; // how many times as large the part may become
const MARGIN = { left: 40, bottom: 22 };
const POINTS = 41; // where the cost is computed, along each side
const LOWEST = -3; // band of colour: costs up to 0.03
const FEW = 30; // steps that get a dot each

export class Landscape {
  // cost(w, b): the height at a place; labels: the words { w, b }.
  constructor(box, { cost, labels }) {
    Object.assign(this, { box, cost, labels, zoom: null, way: [] });
    this.canvas = box.appendChild(document.createElement("canvas"));
    Object.assign(this.canvas, { width: 240, height: 240 });
    this.svg = element(box, "svg", { "aria-hidden": true });
    new ResizeObserver(() => this.#draw()).observe(box);
  }

  // Show a way through the landscape, a list of places [w, b]; the last is where it has come to.
  update(way) {
    this.way = way;
    const zoom = ZOOMS.find((zoom) => way.every((place) => isInside(place, zoom))) ?? ZOOMS.at(-1);
    if (zoom !== this.zoom) {
      this.zoom = zoom;
      paint(this.canvas, this.cost, zoom);
    }
    this.#draw();
  }

  #draw() {
    const { clientWidth: width, clientHeight: height } = this.box;
    if (!width || !this.way.length) return;
    const { svg, zoom, labels } = this;
    const bottom = height - MARGIN.bottom;
    const toX = (w) => MARGIN.left + share(w, "w", zoom) * (width - MARGIN.left);
    const toY = (b) => (1 - share(b, "b", zoom)) * bottom;

    svg.replaceChildren();
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const [[left, right], [low, high]] = [ends("w", zoom), ends("b", zoom)];
    const across = (w, anchor, words) => element(svg, "text", { x: toX(w), y: height - 6, class: anchor }, words);
    const up = (b, y, words) => element(svg, "text", { x: MARGIN.left - 5, y: toY(b) + y, class: "end" }, words);
    across(left, "start", format(left, 0));
    across((left + right) / 2, "middle", width > 170 ? labels.w : "w");
    across(right, "end", format(right, 0));
    up(high, 12, format(high, 0));
    up((low + high) / 2, 4, labels.b);
    up(low, 0, format(low, 0));

    const points = this.way.map(([w, b]) => [toX(w), toY(b)]);
    const line = `M${thinned(points).join("L")}`;
    for (const kind of ["way-edge", "way"]) element(svg, "path", { d: line, class: kind });
    const stops = points.length <= FEW ? points : points.slice(0, 1);
    for (const [cx, cy] of stops) element(svg, "circle", { cx, cy, r: 3, class: "stop" });
    const [cx, cy] = points.at(-1);
    element(svg, "circle", { cx, cy, r: 6, class: "stop" });
  }
}

// Bands of colour, whose borders are at costs of 0.1, 0.3, 1, 3, 10 and so on, and nothing where
// the cost isn't a number.
function paint(canvas, cost, zoom) {
  const [[left, right], [low, high]] = [ends("w", zoom), ends("b", zoom)];
  const band = (across, down) => 2 * Math.log10(cost(left + across * (right - left), high - down * (high - low)));
  const bands = Array.from({ length: POINTS * POINTS }, (_, point) =>
    band((point % POINTS) / (POINTS - 1), Math.floor(point / POINTS) / (POINTS - 1)),
  );
  const count = Math.floor(Math.max(...bands.filter(Number.isFinite))) - LOWEST;
  const shades = Array.from({ length: count + 1 }, (_, place) => [...colour(place / count), 255]);
  const { width, height } = canvas;
  const picture = new ImageData(width, height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [across, down] = [x / (width - 1), y / (height - 1)];
      let here = between(bands, across, down);
      if (!Number.isFinite(here)) here = band(across, down); // close to where it isn't a number
      if (Number.isNaN(here) || here === Infinity) continue;
      picture.data.set(shades[Math.min(Math.max(Math.floor(here) - LOWEST, 0), count)], 4 * (y * width + x));
    }
  canvas.getContext("2d").putImageData(picture, 0, 0);
}

// The value between four points of a grid, each of which weighs the more the closer it is.
function between(values, across, down) {
  const column = Math.min(Math.floor(across * (POINTS - 1)), POINTS - 2);
  const row = Math.min(Math.floor(down * (POINTS - 1)), POINTS - 2);
  const right = across * (POINTS - 1) - column;
  const below = down * (POINTS - 1) - row;
  const corner = row * POINTS + column;
  const top = values[corner] * (1 - right) + values[corner + 1] * right;
  const bottom = values[corner + POINTS] * (1 - right) + values[corner + POINTS + 1] * right;
  return top * (1 - below) + bottom * below;
}

const ends = (axis, zoom) => NEAR[axis].map((end) => zoom * end);

function share(value, axis, zoom) {
  const [low, high] = ends(axis, zoom);
  return (value - low) / (high - low);
}

const isInside = ([w, b], zoom) =>
  [share(w, "w", zoom), share(b, "b", zoom)].every((part) => part >= 0 && part <= 1);

// The points without those that are too close to the one before them to be told apart.
function thinned(points) {
  const kept = [points[0]];
  for (const [x, y] of points) {
    const [lastX, lastY] = kept.at(-1);
    if (Math.hypot(x - lastX, y - lastY) > 1) kept.push([x, y]);
  }
  return kept;
}
