// A training under way: the generated step, called again and again, and a record of what it gave.

const CORNERS = [0, 0, 0, 1, 1, 0, 1, 1];
export const ROUND = 30_000; // iterations, as in the chapters

const MOST_MOMENTS = 2000; // in the record; beyond, every other one is dropped

export class Training {
  // network: the functions step and answer; state: weights and biases to start from.
  constructor({ step, answer }, state, { targets, rate, cost }) {
    Object.assign(this, { step, answerWith: answer, state });
    this.names = step.layout.state;
    this.iteration = 0;
    this.diverged = false;
    this.record = { iterations: [], costs: [], states: [] };
    this.stride = 1;
    this.inputs = Float64Array.of(...CORNERS, ...targets, rate, cost === "mean" ? 1 / 4 : 1);
    this.costAt = step.layout.outputs.indexOf("cost");
  }

  // Train for some iterations, or until the time is up; stop before a cost that is no number.
  train(iterations, until = Infinity) {
    const end = this.iteration + iterations;
    while (this.iteration < end && !this.diverged) {
      const next = this.iteration - (this.iteration % this.stride) + this.stride;
      this.#leap(Math.min(next, end) - this.iteration);
      if (performance.now() > until) break;
    }
  }

  // What the step would return, by name: activations, cost and gradients.
  look(state = this.state) {
    const values = this.step(state.slice(), this.inputs);
    return Object.fromEntries(this.step.layout.outputs.map((name, place) => [name, values[place]]));
  }

  // What each neuron answers to a pair of inputs; the output neuron is the last.
  answer(x1, x2, state = this.state) {
    return this.answerWith(state, [x1, x2]);
  }

  // The recorded moment nearest to an iteration, or now if it's the last: iteration and state.
  moment(iteration) {
    const { iterations, states } = this.record;
    if (iteration >= this.iteration || !iterations.length)
      return { iteration: this.iteration, state: this.state };
    const place = Math.min(Math.round(iteration / this.stride), iterations.length - 1);
    return { iteration: iterations[place], state: states[place] };
  }

  // The iteration at which a reader who presses Train gets a pause.
  get endOfRound() {
    return (Math.floor(this.iteration / ROUND) + 1) * ROUND;
  }

  // The recorded costs as a curve, up to the one of the step to come if that's a number.
  curve(cost) {
    const { iterations, costs } = this.record;
    if (!Number.isFinite(cost)) return { x: [...iterations], y: [...costs] };
    return { x: [...iterations, this.iteration], y: [...costs, cost] };
  }

  // Go back to a recorded moment, and forget what came after it.
  goBackTo({ iteration, state }) {
    const { record } = this;
    const kept = record.iterations.filter((recorded) => recorded < iteration).length;
    for (const [name, list] of Object.entries(record)) record[name] = list.slice(0, kept);
    Object.assign(this, { iteration, state: state.slice(), diverged: false });
  }

  // Make some steps at once, of which only the first may have to be recorded.
  #leap(steps) {
    const before = this.state.slice();
    const costs = new Float64Array(steps);
    this.step(this.state, this.inputs, costs);
    const wrong = costs.findIndex((cost) => !Number.isFinite(cost));
    const done = wrong === -1 ? steps : wrong;
    if (done < steps) {
      this.state.set(before);
      this.step(this.state, this.inputs, new Float64Array(done));
      this.diverged = true;
      this.lastCost = costs[done];
    }
    if (done > 0) this.#note(costs[0], before);
    this.iteration += done;
  }

  #note(cost, state) {
    const { record } = this;
    if (this.iteration % this.stride === 0) {
      record.iterations.push(this.iteration);
      record.costs.push(cost);
      record.states.push(state);
    }
    if (record.costs.length > MOST_MOMENTS) {
      this.stride *= 2;
      for (const [name, list] of Object.entries(record))
        record[name] = list.filter((_, place) => place % 2 === 0);
    }
  }
}
