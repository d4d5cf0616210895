// Train at a pace, in slices between two frames, so that the page stays awake.

const SLICE = 8; // milliseconds of training in a frame
const MOST_OWED = 0.1; // seconds: a page that slept needn't catch up

export class Pace {
  // shown: called after each slice; ended: called when it ends by itself.
  constructor({ shown, ended }) {
    Object.assign(this, { shown, ended, goal: null, speed: 0 });
  }

  get runs() {
    return this.goal !== null;
  }

  // Train until the iteration that is the goal, so many steps a second.
  run(training, goal, speed) {
    this.stop();
    Object.assign(this, { training, goal, speed, owed: 0, last: performance.now() });
    this.#wait();
  }

  stop() {
    this.goal = null;
    cancelAnimationFrame(this.request);
  }

  #wait() {
    this.request = requestAnimationFrame((now) => this.#slice(now));
  }

  #slice(now) {
    const { training, goal, speed } = this;
    const before = training.iteration;
    this.owed += (speed * Math.max(now - this.last, 0)) / 1000;
    this.owed = Math.min(this.owed, Math.max(1, speed * MOST_OWED));
    this.last = now;
    const due = speed === Infinity ? Infinity : Math.floor(this.owed);
    training.train(Math.min(due, goal - before), now + SLICE);
    if (speed !== Infinity) this.owed -= training.iteration - before;
    if (training.diverged || training.iteration >= goal) {
      this.stop();
      this.ended();
    } else {
      if (training.iteration > before) this.shown(now);
      this.#wait();
    }
  }
}
