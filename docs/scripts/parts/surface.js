// The decision surface: what the output neuron answers over the plane of both inputs.

import { element } from "./svg.js";

const GRID = 72;
const MARGIN = 0.25;
const NEIGHBOURS = [[1, 0], [0, 1]];
const COLOURS = [
  [20, 61, 102],
  [141, 160, 173],
  [255, 213, 150],
]; // as in the chapters' pictures: from dark to light

const SHAPES = {
  circle: "M-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0",
  cross: "M-7-7l14 14m0-14l-14 14",
};

export function colour(activation) {
  const place = Math.min(Math.max(activation, 0), 1) * 2;
  const [from, to] = COLOURS.slice(place < 1 ? 0 : 1);
  const share = place < 1 ? place : place - 1;
  return from.map((value, i) => Math.round(value + share * (to[i] - value)));
}

const SHADES = Array.from({ length: 256 }, (_, place) => [...colour(place / 255), 255]);

const scratch = {}; // a small canvas for each grid

// Paints what answer(x1, x2) gives at grid times grid places, with a dotted line where it's one
// half; returns the share of the plane where it's yes.
export function paint(canvas, answer, grid = GRID) {
  const answers = new Float64Array(grid * grid);
  const coordinate = (cell) => ((cell + 0.5) / grid) * (1 + 2 * MARGIN) - MARGIN;
  for (let row = 0; row < grid; row++)
    for (let column = 0; column < grid; column++)
      answers[row * grid + column] = answer(coordinate(column), coordinate(grid - 1 - row));

  const picture = new ImageData(grid, grid);
  answers.forEach((activation, cell) => picture.data.set(SHADES[Math.round(255 * activation) || 0], 4 * cell)); // NaN is dark
  scratch[grid] ??= new OffscreenCanvas(grid, grid).getContext("2d");
  scratch[grid].putImageData(picture, 0, 0);
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(scratch[grid].canvas, 0, 0, canvas.width, canvas.height);

  const scale = canvas.width / grid;
  for (let cell = 0; cell < answers.length; cell++) {
    const [column, row] = [cell % grid, Math.floor(cell / grid)];
    for (const [right, down] of NEIGHBOURS) {
      if (column + right === grid || row + down === grid) continue;
      const [here, there] = [answers[cell] - 0.5, answers[cell + right + down * grid] - 0.5];
      if (here >= 0 === there >= 0) continue;
      const share = here / (here - there);
      const [x, y] = [column + 0.5 + share * right, row + 0.5 + share * down];
      context.fillRect(x * scale - 1, y * scale - 1, 2.5, 2.5);
    }
  }
  return answers.filter((activation) => activation >= 0.5).length / answers.length;
}

// The examples over the surface: a circle where the answer should be 1, a cross where 0, nothing
// without targets. labels: what stands below each, or in its place; size: how large all of it is.
export function drawCorners(svg, targets, { labels = ["00", "01", "10", "11"], size = 1 } = {}) {
  svg.replaceChildren();
  labels.forEach((label, example) => {
    const [x1, x2] = [example >> 1, example & 1];
    const [x, y] = [50 + 200 * x1, 250 - 200 * x2];
    const kind = targets?.[example] ? "circle" : "cross";
    const transform = `translate(${x} ${y}) scale(${size})`;
    if (targets) element(svg, "path", { d: SHAPES[kind], class: kind, transform });
    element(svg, "text", { y: targets ? 24 : 5, transform }, label);
  });
}
