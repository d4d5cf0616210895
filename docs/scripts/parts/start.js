// What each network of the walkthrough starts from.

import { draw } from "./random.js";

const SEEDED = { neuron: 2, shared: 6, separate: 6 }; // weights; the biases start from 1
const BIASES = { neuron: 1, shared: 2, separate: 3 };

export const numbers = (network) => SEEDED[network] + BIASES[network];

export function start({ network, seed, weights }) {
  return Float64Array.from(weights ?? [...draw(seed, SEEDED[network]), 1, 1, 1].slice(0, numbers(network)));
}
