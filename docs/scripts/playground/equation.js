// How one step changes one weight, with its numbers: each example passes a blame back to the
// neuron, the slope adds up blame times input, and the weight goes against the slope.

import { belongsTo, comesFrom, spoken } from "./drawing.js";

const CORNERS = [[0, 0], [0, 1], [1, 0], [1, 1]];

// For each example: the blame of the neuron, what came in by this weight, and their product.
export function terms(name, network, state, values, { targets, cost }) {
  const scale = cost === "mean" ? 1 / 4 : 1;
  const output = network === "neuron" ? "a" : "a3";
  const blame = (neuron, example) => {
    const error = scale * (values[`${output}_${example}`] - targets[example]);
    if (neuron === output) return error;
    const a = values[`${neuron}_${example}`];
    return error * state[`w3_${neuron === "a1" ? 0 : 1}`] * a * (1 - a);
  };
  return CORNERS.map((corner, example) => {
    const neurons = belongsTo(name, network);
    const passedBack = neurons.map((neuron) => blame(neuron, example)).reduce((a, b) => a + b);
    const source = comesFrom(name, network);
    let input = 1; // of a bias
    if (source.startsWith("x")) input = corner[source[1] - 1];
    else if (source.startsWith("a")) input = values[`${source}_${example}`];
    return { corner, blame: passedBack, input, product: passedBack * input };
  });
}

// The formula of the blame, as a reader sees it above the numbers.
export function formula(name, network) {
  if (network === "neuron") return "a − â";
  const neurons = belongsTo(name, network);
  if (neurons[0] === "a3") return "a3 − â";
  return neurons
    .map((neuron) => `(a3 − â) · w3[${neuron === "a1" ? 0 : 1}] · ${neuron} · (1 − ${neuron})`)
    .join(" + ");
}

// Fill in the table and the line below it.
export function fill(table, line, name, { network, state, values, settings, format }) {
  const rows = terms(name, network, state, values, settings);
  const exact = (value) => format(value, 6);
  table.querySelector("[data-formula]").textContent = formula(name, network);
  table.querySelectorAll("tbody tr").forEach((row, place) => {
    const { blame, input, product } = rows[place];
    [blame, input, product].forEach((value, i) => {
      row.cells[i + 1].textContent = format(value, 4);
    });
  });
  const slope = values[`d${name}`];
  table.querySelector("[data-slope]").textContent = format(slope, 4);
  const old = state[name];
  const known = spoken(name);
  line.textContent =
    `${known} ← ${known} − ${line.dataset.rate} · ${line.dataset.slope} = ${exact(old)} − ` +
    `${settings.rate} · ${slope < 0 ? `(${exact(slope)})` : exact(slope)} = ` +
    exact(old - settings.rate * slope);
}
