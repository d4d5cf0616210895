// The front page: a network learns XNOR. The training is recorded first; then it can be watched.

import { answer, step } from "generated/shared.js";
import { countRight } from "../parts/answers.js";
import { Chart } from "../parts/chart.js";
import { count, fill, format } from "../parts/format.js";
import { mount } from "../parts/mount.js";
import { later, Player } from "../parts/player.js";
import { curveOf, record } from "../parts/recording.js";
import { start } from "../parts/start.js";
import { drawCorners, paint } from "../parts/surface.js";
import { ROUND, Training } from "../parts/training.js";

const SETTINGS = { network: "shared", seed: 0, targets: [1, 0, 0, 1], rate: 0.01, cost: "sum" };
const EVERY = 20; // iterations from one recorded moment to the next
const DURATION = 8; // seconds, from iteration 0 to the end

const training = new Training({ step, answer }, start(SETTINGS), SETTINGS);

function show(box, moments) {
  const at = (selector) => box.querySelector(selector);
  const [costs, words] = [at(".costs"), at(".words")];
  const chart = new Chart(costs, { labels: costs.dataset, write: { x: count, y: String } });
  const curve = curveOf(moments);
  let moment = moments.at(-1);
  let shown = ROUND;

  const draw = () => {
    moment = moments[Math.round(shown / EVERY)];
    const { iteration, cost, state } = moment;
    paint(at("canvas"), (x1, x2) => training.answer(x1, x2, state).at(-1));
    at("[data-iteration]").textContent = count(iteration);
    at("[data-cost]").textContent = format(cost);
    chart.update({ ...curve, most: { x: ROUND, y: curve.y[0] }, mark: iteration });
  };

  const settle = () => {
    const values = training.look(moment.state);
    const answers = SETTINGS.targets.map((_, example) => values[`a3_${example}`]);
    const right = countRight(answers, SETTINGS.targets);
    words.textContent = fill(words.dataset.words, { iteration: count(moment.iteration), right });
  };

  const advance = (seconds) => {
    shown = later(shown, seconds, ROUND, DURATION);
    draw();
    return shown < ROUND;
  };

  new Player(at("button"), { advance, settle });
  drawCorners(at(".surface svg"), SETTINGS.targets);
  draw();
  settle();
}

record(training, { iterations: ROUND, every: EVERY }).then((moments) =>
  mount("learning", (box) => show(box, moments)),
);
