// A training recorded in advance, some milliseconds at a time, so that the page stays awake.

const SLICE = 8; // milliseconds

// The curve of the costs.
export const curveOf = (moments) => ({
  x: moments.map(({ iteration }) => iteration),
  y: moments.map(({ cost }) => cost),
});

// Returns the state and the cost after every so many iterations, the first and the last included.
export async function record(training, { iterations, every }) {
  const moments = [];
  let until = performance.now() + SLICE;
  for (;;) {
    const { iteration, state } = training;
    moments.push({ iteration, state: state.slice(), cost: training.look().cost });
    if (iteration >= iterations) return moments;
    training.train(every);
    if (performance.now() < until) continue;
    await new Promise((resume) => setTimeout(resume));
    until = performance.now() + SLICE;
  }
}
