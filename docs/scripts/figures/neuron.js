// Train a neuron to be AND, with one learning rate or another.

import { answer, step } from "generated/neuron.js";
import { countRight } from "../parts/answers.js";
import { Chart } from "../parts/chart.js";
import { count, fill, format, tidy } from "../parts/format.js";
import { Landscape } from "../parts/landscape.js";
import { mount } from "../parts/mount.js";
import { Player } from "../parts/player.js";
import { start } from "../parts/start.js";
import { drawCorners, paint } from "../parts/surface.js";
import { ROUND, Training } from "../parts/training.js";

const TARGETS = [0, 0, 0, 1];
const AXES = [5, 10, 30, 100, 300, 1000, 3000, 10_000]; // where the chart's axis may end before that
const FEW = 5; // costs, each of which gets its number where a training has broken off
const GRID = 40;

// Steps a second: the first ones can be told apart, and a round takes a quarter of a minute.
const pace = (iteration) => 8 + iteration / 2;

const trainingWith = (rate) =>
  new Training({ step, answer }, start({ network: "neuron", seed: 0 }), { targets: TARGETS, rate });

// As Python writes it.
const written = (cost) => (Number.isFinite(cost) ? format(cost, 3) : String(cost).toLowerCase());

mount("neuron", (box) => {
  const part = (name) => box.querySelector(`[data-part="${name}"]`);
  const said = part("words").dataset;
  const chosenRate = () => box.querySelector("input:checked").value;
  let rate = chosenRate();
  let training = trainingWith(Number(rate));
  let isLost = false; // whether the cost is no longer a number
  let earlier; // the curve of the training before
  let owed = 0; // a part of a step

  const costAt = (w, b) => step(Float64Array.of(w, w, b), training.inputs)[training.costAt];
  const landscape = new Landscape(part("landscape"), { cost: costAt, labels: { w: said.weights, b: "b" } });
  const chart = new Chart(part("chart"), {
    labels: { x: said.x, y: said.y },
    write: { x: count, y: tidy, point: (cost) => format(cost, 1) },
  });
  const player = new Player(part("train"), { advance, settle });

  function advance(seconds) {
    if (isLost) restart();
    const { iteration } = training;
    const end = training.endOfRound;
    owed += pace(iteration) * seconds;
    training.train(Math.min(Math.floor(owed), end - iteration));
    owed %= 1;
    if (training.iteration > iteration) show();
    return !isLost && training.iteration < end;
  }

  function restart() {
    const { iterations, costs } = training.record;
    if (iterations.length > 1) earlier = { x: iterations, y: costs, name: fill(said.earlier, { rate }) };
    rate = chosenRate();
    training = trainingWith(Number(rate));
    isLost = false;
    owed = 0;
  }

  function show() {
    const values = training.look();
    isLost = !Number.isFinite(values.cost);
    tell(values);
    paint(part("surface"), (x1, x2) => training.answer(x1, x2)[0], GRID);
    const { iteration, state, record } = training;
    landscape.update([...record.states, state].map(([w1, w2, b]) => [(w1 + w2) / 2, b]));
    const { x, y } = training.curve(values.cost);
    const most = { x: AXES.find((end) => end >= iteration) ?? Math.max(iteration, ROUND), y: 1.05 * Math.max(...y) };
    const lost = isLost ? { x: iteration, name: written(values.cost) } : undefined;
    const few = isLost && y.length <= FEW; // then the curve before would only be in the way
    chart.update({ x, y, most, mark: iteration, earlier: few ? undefined : earlier, lost, points: few });
  }

  function tell(values) {
    const { iteration, state, names, record } = training;
    const numbers = { iteration: count(iteration), cost: written(values.cost) };
    names.forEach((name, place) => (numbers[name] = format(state[place])));
    for (const [name, text] of Object.entries(numbers)) part(name).textContent = text;

    const answers = TARGETS.map((_, example) => values[`a_${example}`]);
    const right = countRight(answers, TARGETS);
    part("words").textContent = isLost
      ? fill(said.lost, { ...numbers, last: written(record.costs.at(-1)) })
      : fill(said.now, { ...numbers, right, answers: answers.map((value) => format(value)).join(said.comma) });
  }

  function settle() {
    show();
    part("status").textContent = part("words").textContent;
  }

  part("step").addEventListener("click", () => {
    player.pause();
    if (isLost) restart();
    else training.train(1);
    settle();
  });
  part("reset").addEventListener("click", () => {
    player.pause();
    restart();
    settle();
  });
  for (const input of box.querySelectorAll("input"))
    input.addEventListener("change", () => {
      restart();
      settle();
    });
  drawCorners(part("corners"), TARGETS, { size: 1.4 });
  show();
});
