// The generated step, called as the playground calls it; the time of one training.

export function train(step, start, iterations) {
  const state = Float64Array.from(start);
  const inputs = Float64Array.of(0, 0, 0, 1, 1, 0, 1, 1, 1, 0, 0, 1, 0.01, 1);
  const place = step.layout.outputs.indexOf("cost");
  const costs = new Float64Array(iterations);
  const begun = performance.now();
  for (let i = 0; i < iterations; i++) costs[i] = step(state, inputs)[place];
  return [(performance.now() - begun) / 1000, costs.at(-1)];
}
