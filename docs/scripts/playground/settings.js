// What a reader has chosen, and how an address holds it: all of it, so that a picture can be shared.

import { numbers } from "../parts/start.js";
import { NETWORKS } from "./networks.js";

const MOST_ITERATIONS = 1_000_000;

const FIRST = {
  targets: [1, 0, 0, 1],
  network: "shared",
  seed: 0,
  weights: null, // numbers to start from in place of the seed's
  rate: 0.01,
  cost: "sum",
  iterations: 0,
};

// How to read each part of an address, or a field; what can't be read is undefined.
export const read = {
  targets: (text) => (/^[01]{4}$/.test(text) ? [...text].map(Number) : undefined),
  network: (text) => (Object.hasOwn(NETWORKS, text) ? text : undefined),
  seed: (text) => whole(text, Number.MAX_SAFE_INTEGER),
  rate: (text) => (Number(text) > 0 && Number(text) < Infinity ? Number(text) : undefined),
  cost: (text) => (["sum", "mean"].includes(text) ? text : undefined),
  iterations: (text) => whole(text, MOST_ITERATIONS),
  weights: (text) => {
    const values = text.split(",").map((part) => (part ? Number(part) : NaN));
    return values.every(Number.isFinite) ? values : undefined;
  },
};

const whole = (text, most) =>
  /^\d+$/.test(text) && Number(text) <= most ? Number(text) : undefined;

// Returns the settings, and the parts of the address that make no sense.
export function fromAddress(hash) {
  const settings = { ...FIRST };
  const unread = [];
  for (const [name, text] of new URLSearchParams(hash.replace(/^#/, ""))) {
    const value = Object.hasOwn(read, name) ? read[name](text) : undefined;
    if (value === undefined) unread.push(`${name}=${text}`);
    else settings[name] = value;
  }
  if (settings.weights && settings.weights.length !== numbers(settings.network)) {
    unread.push(`weights=${settings.weights}`);
    settings.weights = null;
  }
  return { settings, unread };
}

export function toAddress({ targets, network, seed, weights, rate, cost, iterations }) {
  const start = weights ? `weights=${[...weights].join()}` : `seed=${seed}`;
  return `#targets=${targets.join("")}&network=${network}&${start}&rate=${rate}&cost=${cost}&iterations=${iterations}`;
}
