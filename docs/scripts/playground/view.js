// What the page shows of a moment of a training: numbers, pictures, and the same in words.

import { countRight, isRight } from "../parts/answers.js";
import { Chart } from "../parts/chart.js";
import { count, fill, format, tidy } from "../parts/format.js";
import { guideLines } from "../parts/guide_lines.js";
import { paint } from "../parts/surface.js";
import { ROUND } from "../parts/training.js";
import { Drawing, spoken } from "./drawing.js";
import { fill as fillEquation } from "./equation.js";

const FEW = 10; // costs, each of which is told
const COARSE = 18; // the grid of the first picture, so that a slow phone answers soon

export const at = (id) => document.getElementById(id);
export const words = JSON.parse(at("playground-words").textContent);
export const say = (key, values) => fill(words[key], values);

const outputs = (values) => [0, 1, 2, 3].map((i) => values[`a3_${i}`] ?? values[`a_${i}`]);

// Where the axis of iterations ends: at what a run will come to, or just beyond single steps.
export function axisEnd(iteration, goal) {
  if (iteration === 0 && !goal) return ROUND;
  const tidy = [5, 10, 20, 30, 50, 100, 200, 300, 500, 1000].find((end) => end >= iteration);
  return Math.max(tidy ?? iteration, goal);
}

export class View {
  // What a reader does with the pictures: choose(name) and drag(name, by) a weight, pick(iteration).
  constructor({ choose, drag, pick }) {
    this.drawing = new Drawing(at("network"), { choose, drag, format });
    const write = { x: count, y: tidy, point: format };
    this.chart = new Chart(at("costs"), { write, pick });
    this.grid = COARSE;
  }

  // Show a moment { iteration, state } of a training: numbers now, pictures with the next frame.
  // goal: the iteration that a run will come to.
  show(scene) {
    const values = this.count(scene);
    this.#answers(outputs(values), scene.settings.targets);
    this.weights(scene, values);
    cancelAnimationFrame(this.request);
    this.request = requestAnimationFrame(() => {
      this.#costs(scene, values);
      this.#surface(scene, values);
      if (this.grid === COARSE) {
        this.grid = undefined;
        this.show(scene);
      }
    });
  }

  // Show the running numbers only.
  count({ training, settings, moment }) {
    const values = training.look(moment.state);
    const right = countRight(outputs(values), settings.targets);
    const numbers = { iteration: count(moment.iteration), cost: format(values.cost, 4), right };
    at("iteration").textContent = numbers.iteration;
    at("cost").textContent = numbers.cost;
    at("right").textContent = say("rightOf4", numbers);
    this.summary = say("summary", numbers);
    return values;
  }

  // Show the network, and the next step of the chosen weight.
  weights({ training, settings, moment, chosen }, values = training.look(moment.state)) {
    const { names } = training;
    const state = Object.fromEntries(names.map((name, place) => [name, moment.state[place]]));
    this.drawing.update(names, state, values, chosen);
    at("weight-name").textContent = spoken(chosen);
    at("weight").value = state[chosen];
    at("weight-value").textContent = format(state[chosen]);
    at("weight").setAttribute("aria-valuetext", format(state[chosen]));
    const details = { network: settings.network, state, values, settings, format };
    fillEquation(at("terms"), at("update"), chosen, details);
  }

  #answers(answers, targets) {
    document.querySelectorAll(".truth-table tbody tr").forEach((row, example) => {
      row.querySelector(".answer").textContent = format(answers[example]);
      const right = isRight(answers[example], targets[example]);
      const verdict = row.querySelector(".verdict");
      verdict.textContent = right ? "✓" : "✗";
      verdict.setAttribute("aria-label", right ? words.right : words.wrong);
    });
  }

  #surface({ training, moment }, values) {
    const answer = (x1, x2) => training.answer(x1, x2, moment.state).at(-1);
    const share = paint(at("surface"), answer, this.grid);
    at("surface-words").textContent = say("surface", {
      share: Math.round(100 * share),
      answers: outputs(values).map((output) => format(output)).join(words.comma),
    });
  }

  #costs({ training, settings, moment, goal }, values) {
    const last = training.look().cost; // its step hasn't been made yet
    const { x, y } = training.curve(last);
    const lost = Number.isFinite(last) ? undefined : { x: training.iteration, name: format(last) };
    const points = lost && y.length <= FEW;
    const lines = points ? [] : guideLines(settings).map(([name, height]) => [words[name], height]);
    const most = {
      x: axisEnd(training.iteration, goal),
      y: Math.max(...y, ...lines.map(([, height]) => height)) * 1.05,
    };
    this.chart.update({ x, y, most, lines, mark: moment.iteration, points, lost });

    const numbers = { iterations: count(training.iteration), first: format(y[0]), last: format(last) };
    const all = [...y, last].map((cost) => format(cost)).join(words.comma);
    const known = training.record.costs.length ? say("costs", numbers) : say("noCosts", numbers);
    at("cost-words").textContent = points ? say("fewCosts", { costs: all }) : known;

    const slider = at("moment");
    slider.max = most.x;
    slider.step = Math.ceil(most.x / 300);
    slider.value = moment.iteration;
    const now = { iteration: count(moment.iteration), cost: format(values.cost, 4) };
    slider.setAttribute("aria-valuetext", say("moment", now));
  }
}
