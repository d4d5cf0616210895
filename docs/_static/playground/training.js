// A training under way: the generated step, called again and again, and the costs that it gave.

import { start } from "./settings.js";

const CORNERS = [0, 0, 0, 1, 1, 0, 1, 1];
const MOST_POINTS = 2000; // of the cost curve; beyond, every other one is dropped

export class Training {
  constructor({ step, answer }, settings) {
    this.network = { step, answer };
    this.settings = settings;
    this.names = step.layout.state;
    this.state = start(settings);
    this.iteration = 0;
    this.diverged = false;
    this.costs = { iterations: [], values: [] };
    this.stride = 1;
    const scale = settings.cost === "mean" ? 1 / 4 : 1;
    this.inputs = Float64Array.of(...CORNERS, ...settings.targets, settings.rate, scale);
    this.costAt = step.layout.outputs.indexOf("cost");
  }

  // Train for some iterations, or until the time is up; stop before a cost that is no number.
  train(iterations, until = Infinity) {
    const end = this.iteration + iterations;
    const { step } = this.network;
    while (this.iteration < end && !this.diverged) {
      const slice = Math.min(end, this.iteration + 200);
      while (this.iteration < slice) {
        const before = this.state.slice();
        const cost = step(this.state, this.inputs)[this.costAt];
        if (!Number.isFinite(cost)) {
          this.state = before;
          this.diverged = true;
          this.lastCost = cost;
          break;
        }
        this.#note(cost);
        this.iteration++;
      }
      if (performance.now() > until) break;
    }
  }

  // What the step would return now, by name: activations, cost and gradients.
  look() {
    const { step } = this.network;
    const values = step(this.state.slice(), this.inputs);
    return Object.fromEntries(step.layout.outputs.map((name, place) => [name, values[place]]));
  }

  // What each neuron answers to a pair of inputs; the output neuron is the last.
  answer(x1, x2) {
    return this.network.answer(this.state, [x1, x2]);
  }

  #note(cost) {
    if (this.iteration % this.stride === 0) {
      this.costs.iterations.push(this.iteration);
      this.costs.values.push(cost);
    }
    if (this.costs.values.length > MOST_POINTS) {
      this.stride *= 2;
      for (const [name, list] of Object.entries(this.costs))
        this.costs[name] = list.filter((_, place) => place % 2 === 0);
    }
  }
}
