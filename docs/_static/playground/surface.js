// The decision surface: what the output neuron answers over the plane of both inputs.

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

// Paints the surface with a dotted line where the answer is one half, and returns the share of
// the plane where it's yes.
export function paint(canvas, training) {
  const answers = [];
  for (let row = 0; row < GRID; row++)
    for (let column = 0; column < GRID; column++)
      answers.push(training.answer(coordinate(column), coordinate(GRID - 1 - row)).at(-1));

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
