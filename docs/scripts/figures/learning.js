// The front page: a network learns XNOR. The whole training runs first, in slices so that the page
// stays awake; then a reader can watch it.

import { answer, step } from "generated/shared.js";
import { Chart } from "../parts/chart.js";
import { count, fill, format } from "../parts/format.js";
import { mount } from "../parts/mount.js";
import { start } from "../parts/start.js";
import { drawCorners, paint } from "../parts/surface.js";
import { Training } from "../parts/training.js";

const SETTINGS = { network: "shared", seed: 0, targets: [1, 0, 0, 1], rate: 0.01, cost: "sum" };
const ROUND = 30_000; // iterations, as in the chapter
const SLICE = 8; // milliseconds
const SECONDS = 8; // that watching takes
const WARP = 1.6; // the beginning, where more happens, takes longer
const STILLS = 6; // pictures in place of a film, for readers who dislike motion

const still = matchMedia("(prefers-reduced-motion: reduce)");
const training = new Training({ step, answer }, start(SETTINGS), SETTINGS);

function record() {
  training.train(ROUND - training.iteration, performance.now() + SLICE);
  if (training.iteration < ROUND) setTimeout(record);
  else mount("learning", show);
}

function show(box) {
  const at = (selector) => box.querySelector(selector);
  const [button, costs, words] = [at("button"), at(".costs"), at(".words")];
  const chart = new Chart(costs, { labels: costs.dataset, write: { x: count, y: String } });
  let began = null; // when a film under way did

  const draw = (wanted) => {
    const { iteration, state } = training.moment(wanted);
    const values = training.look(state);
    paint(at("canvas"), (x1, x2) => training.answer(x1, x2, state).at(-1));
    at("[data-iteration]").textContent = count(iteration);
    at("[data-cost]").textContent = format(values.cost);
    const { iterations, costs: y } = training.record;
    chart.update({ x: iterations, y, most: { x: ROUND, y: y[0] }, mark: iteration });
    return { iteration, values };
  };

  const settle = (wanted) => {
    began = null;
    const { iteration, values } = draw(wanted);
    const right = SETTINGS.targets.filter((target, i) => values[`a3_${i}`] >= 0.5 === (target === 1));
    words.textContent = fill(words.dataset.words, { iteration: count(iteration), right: right.length });
  };

  const frame = (now) => {
    if (began === null) return;
    // A frame may have begun before the click that it follows.
    let share = Math.min(Math.max(now - began, 0) / 1000 / SECONDS, 1);
    if (still.matches) share = Math.floor(share * STILLS) / STILLS;
    const wanted = ROUND * share ** WARP;
    if (share === 1) {
      button.textContent = button.dataset.again;
      settle(wanted);
    } else {
      draw(wanted);
      requestAnimationFrame(frame);
    }
  };

  button.addEventListener("click", () => {
    if (began !== null) {
      button.textContent = button.dataset.again;
      settle(ROUND);
      return;
    }
    began = performance.now();
    button.textContent = button.dataset.stop;
    words.textContent = "";
    requestAnimationFrame(frame);
  });

  drawCorners(at(".surface svg"), SETTINGS.targets);
  settle(ROUND);
}

record();
