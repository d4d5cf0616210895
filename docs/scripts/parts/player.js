// A button that plays and pauses. Who prefers reduced motion sees one picture a second.

const calm = matchMedia("(prefers-reduced-motion: reduce)");

// Where playing a training has come to some seconds later; after its end it begins again. It
// goes ever faster: most happens early.
export function later(iteration, seconds, end, duration) {
  const time = (iteration < end ? duration * Math.sqrt(iteration / end) : 0) + seconds;
  return Math.min(end * (time / duration) ** 2, end);
}

export class Player {
  // button: its words stand in data-play and data-pause, and go into its span if it has one;
  // advance(seconds): shows what comes next, and returns whether there is more; settle: called
  // when it has paused or has come to the end.
  constructor(button, { advance, settle }) {
    Object.assign(this, { button, advance, settle, run: null });
    button.addEventListener("click", () => (this.run ? this.pause() : this.play()));
    this.#name();
  }

  play() {
    this.run = { last: performance.now() };
    this.#name();
    this.#wait(this.run);
  }

  pause() {
    if (!this.run) return;
    this.run = null;
    this.#name();
    this.settle();
  }

  #wait(run) {
    const next = (now) => {
      if (run !== this.run) return; // it was paused meanwhile
      const seconds = calm.matches ? 1 : (now - run.last) / 1000;
      run.last = now;
      if (this.advance(Math.min(Math.max(seconds, 0), 1))) this.#wait(run);
      else this.pause();
    };
    if (calm.matches) setTimeout(() => next(performance.now()), 1000);
    else requestAnimationFrame(next);
  }

  #name() {
    const { play, pause } = this.button.dataset;
    (this.button.querySelector("span") ?? this.button).textContent = this.run ? pause : play;
    this.button.classList.toggle("is-playing", this.run !== null);
  }
}
