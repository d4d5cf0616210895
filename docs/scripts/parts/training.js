// A training under way: the generated step, called again and again, and a record of what it gave.

const CORNERS = [0, 0, 0, 1, 1, 0, 1, 1];
// Iterations, as in the chapters.
export const ROUND = 30_000;

// In the record; beyond, every other one is dropped.
const MOST_MOMENTS = 2000;

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
    const before = this.state.slice();
    while (this.iteration < end && !this.diverged) {
      const slice = Math.min(end, this.iteration + 200);
      while (this.iteration < slice) {
        before.set(this.state);
        const cost = this.step(this.state, this.inputs)[this.costAt];
        if (!Number.isFinite(cost)) {
          this.state = before;
          this.diverged = true;
          this.lastCost = cost;
          break;
        }
        this.#note(cost, before);
        this.iteration++;
      }
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

  #note(cost, state) {
    if (this.iteration % this.stride) return;
    const { record } = this;
    record.iterations.push(this.iteration);
    record.costs.push(cost);
    record.states.push(state.slice());
    if (record.costs.length > MOST_MOMENTS) {
      this.stride *= 2;
      for (const [name, list] of Object.entries(record))
        record[name] = list.filter((_, place) => place % 2 === 0);
    }
  }
}
