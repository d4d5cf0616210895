// The decision surface: what the output neuron answers over the plane of both inputs.

import { element } from "./svg.js";

const GRID = 72;
const MARGIN = 0.25;
const COLOURS = [
  [20, 61, 102],
  [141, 160, 173],
  [255, 213, 150],
]; // as in the chapters' pictures: from dark to light

export function colour(activation) {
  const place = Math.min(Math.max(activation, 0), 1) * 2;
  const [from, to] = COLOURS.slice(place < 1 ? 0 : 1);
  const share = place < 1 ? place : place - 1;
  return from.map((value, i) => Math.round(value + share * (to[i] - value)));
}

// Paints what answer(x1, x2) gives, with a dotted line where it's one half; returns the share of
// the plane where it's yes.
export function paint(canvas, answer) {
  const answers = [];
  for (let row = 0; row < GRID; row++)
    for (let column = 0; column < GRID; column++)
      answers.push(answer(coordinate(column), coordinate(GRID - 1 - row)));

  const picture = new ImageData(GRID, GRID);
  answers.forEach((activation, cell) => picture.data.set([...colour(activation), 255], 4 * cell));
  const small = new OffscreenCanvas(GRID, GRID);
  small.getContext("2d").putImageData(picture, 0, 0);
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(small, 0, 0, canvas.width, canvas.height);

  const scale = canvas.width / GRID;
  for (let cell = 0; cell < answers.length; cell++) {
    const [column, row] = [cell % GRID, Math.floor(cell / GRID)];
    for (const [right, down] of [[1, 0], [0, 1]]) {
      if (column + right === GRID || row + down === GRID) continue;
      const [here, there] = [answers[cell] - 0.5, answers[cell + right + down * GRID] - 0.5];
      if (here >= 0 === there >= 0) continue;
      const share = here / (here - there);
      const [x, y] = [column + 0.5 + share * right, row + 0.5 + share * down];
      context.fillRect(x * scale - 1, y * scale - 1, 2.5, 2.5);
    }
  }
  return answers.filter((activation) => activation >= 0.5).length / answers.length;
}

const coordinate = (cell) => ((cell + 0.5) / GRID) * (1 + 2 * MARGIN) - MARGIN;

// The examples over the surface: a circle where the answer should be 1, a cross where 0.
export function drawCorners(svg, targets) {
  svg.replaceChildren();
  targets.forEach((target, example) => {
    const [x1, x2] = [example >> 1, example & 1];
    const [x, y] = [50 + 200 * x1, 250 - 200 * x2];
    const shape = target ? "m-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0" : "m-7-7l14 14m0-14l-14 14";
    element(svg, "path", { d: `M${x} ${y}${shape}`, class: target ? "circle" : "cross" });
    element(svg, "text", { x, y: y + 30 }, `${x1}${x2}`);
  });
}
