// The playground: what the reader chooses, what the training does, and the pictures of both.

import { Chart } from "../parts/chart.js";
import { count, fill, format } from "../parts/format.js";
import { guideLines } from "../parts/guide_lines.js";
import { onRecolour } from "../parts/mount.js";
import { start } from "../parts/start.js";
import { drawCorners, paint } from "../parts/surface.js";
import { Training } from "../parts/training.js";
import { show as showCode } from "./code.js";
import { Drawing, spoken } from "./drawing.js";
import { fill as fillEquation } from "./equation.js";
import { NETWORKS } from "./networks.js";
import { fromAddress, read, toAddress } from "./settings.js";

const ROUND = 30_000; // iterations, as in the chapters
const SLICE = 8; // milliseconds of training between two frames, so that the page stays awake

const at = (id) => document.getElementById(id);
const root = at("trainer");
const words = JSON.parse(at("playground-words").textContent);
const say = (key, values) => fill(words[key], values);
const still = matchMedia("(prefers-reduced-motion: reduce)");

let settings;
let training;
let chosen;
let goal = null; // the iteration at which a training under way will pause
let clock = { last: 0, owed: 0 };

const drawing = new Drawing(at("network"), { choose, drag, format });
const curve = new Chart(at("costs"), {
  labels: { x: words.iteration, y: words.cost },
  write: { x: count, y: (cost) => String(Number(cost.toPrecision(6))) },
});

function load(wanted) {
  pause();
  settings = wanted;
  begin(wanted.iterations);
}

function begin(iterations = 0) {
  training = new Training(NETWORKS[settings.network], start(settings), settings);
  if (!training.names.includes(chosen)) chosen = training.names[0];
  drawing.build(settings.network, training.names);
  drawCorners(at("corners"), settings.targets);
  showSettings();
  if (iterations > 0) run(iterations, Infinity);
  else settle();
}

// A change starts again, so that an address says all that there is to say.
function change(changes) {
  if (changes.network && settings.weights) changes = { ...changes, weights: null };
  load({ ...settings, iterations: 0, ...changes });
}

function restartFrom(name, value) {
  pause();
  const weights = [...training.state];
  weights[training.names.indexOf(name)] = value;
  settings = { ...settings, weights, iterations: 0 };
  training = new Training(NETWORKS[settings.network], start(settings), settings);
  showSettings();
  settle();
}

function run(until, speed = Number(at("speed").value)) {
  goal = until;
  clock = { last: performance.now(), owed: 0, speed };
  at("train").textContent = at("train").dataset.pause;
  requestAnimationFrame(frame);
}

function frame(now) {
  if (goal === null) return;
  const { speed } = clock;
  clock.owed = Math.min(clock.owed + (speed * (now - clock.last)) / 1000, Math.max(1, speed / 10));
  clock.last = now;
  const before = training.iteration;
  const due = speed === Infinity ? Infinity : Math.floor(clock.owed);
  training.train(Math.min(due, goal - before), performance.now() + SLICE);
  if (speed !== Infinity) clock.owed -= training.iteration - before;
  if (training.diverged || training.iteration >= goal) {
    pause();
    return;
  }
  if (still.matches) showProgress();
  else if (training.iteration > before) drawAll();
  requestAnimationFrame(frame);
}

function pause() {
  if (goal === null) return;
  goal = null;
  at("train").textContent = at("train").dataset.train;
  settle();
}

function settle() {
  const values = drawAll();
  settings.iterations = training.iteration;
  history.replaceState(null, "", toAddress(settings));
  at("status").textContent = training.diverged
    ? say("diverged", { iteration: count(training.iteration), cost: training.lastCost })
    : say("summary", summary(values));
  for (const link of root.querySelectorAll(".presets a")) {
    const story = toAddress(fromAddress(link.hash).settings);
    const current = story === toAddress({ ...settings, iterations: 0 });
    link.toggleAttribute("aria-current", current);
  }
}

const outputs = (values) => {
  const name = settings.network === "neuron" ? "a" : "a3";
  return [0, 1, 2, 3].map((example) => values[`${name}_${example}`]);
};

const isRight = (output, example) => output >= 0.5 === (settings.targets[example] === 1);

const summary = (values) => ({
  iteration: count(training.iteration),
  cost: format(values.cost, 4),
  right: outputs(values).filter(isRight).length,
});

function showProgress(values = training.look()) {
  at("iteration").textContent = count(training.iteration);
  at("cost").textContent = format(values.cost, 4);
}

function drawAll() {
  const values = training.look();
  showProgress(values);
  showAnswers(outputs(values));
  const share = paint(at("surface"), (x1, x2) => training.answer(x1, x2).at(-1));
  at("surface-words").textContent = say("surface", {
    share: Math.round(100 * share),
    answers: outputs(values).map((output) => format(output)).join(words.comma),
  });
  const { iterations, costs } = training.record;
  const lines = guideLines(settings).map(([name, height]) => [words[name], height]);
  const highest = [values.cost, ...costs, ...lines.map(([, height]) => height)].filter(Number.isFinite);
  curve.update({
    x: iterations,
    y: costs,
    most: { x: Math.max(ROUND / 10, training.iteration), y: Math.max(...highest) * 1.05 },
    lines,
  });
  at("cost-words").textContent = say(costs.length ? "costs" : "noCosts", {
    iterations: count(training.iteration),
    first: format(costs[0] ?? values.cost),
    last: format(values.cost),
  });
  showWeights(values);
  return values;
}

function showAnswers(answers) {
  document.querySelectorAll(".truth-table tbody tr").forEach((row, example) => {
    row.querySelector(".answer").textContent = format(answers[example]);
    const right = isRight(answers[example], example);
    const verdict = row.querySelector(".verdict");
    verdict.textContent = right ? "✓" : "✗";
    verdict.setAttribute("aria-label", right ? words.right : words.wrong);
  });
}

function showWeights(values) {
  const state = Object.fromEntries(training.names.map((name, place) => [name, training.state[place]]));
  drawing.update(training.names, state, values, chosen);
  at("weight-name").textContent = spoken(chosen);
  at("weight").value = state[chosen];
  at("weight-value").textContent = format(state[chosen]);
  at("weight").setAttribute("aria-valuetext", format(state[chosen]));
  const details = { network: settings.network, state, values, settings, format };
  fillEquation(at("terms"), at("update"), chosen, details);
}

function showSettings() {
  const { targets, network, cost, rate, seed, weights } = settings;
  at("gate").textContent = words.gates[parseInt(targets.join(""), 2)];
  document.querySelectorAll(".target").forEach((button, example) => {
    button.textContent = targets[example];
    button.setAttribute("aria-label", `${button.dataset.label}: ${targets[example]}`);
  });
  for (const input of root.querySelectorAll("[type=radio]")) input.checked = input.value === { network, cost }[input.name];
  at("rate").value = rate;
  at("seed").value = weights ? "" : seed;
  at("seed").placeholder = weights ? words.own : "";
  for (const name of ["rate", "seed"]) complain(name, false);
}

function complain(name, wrong) {
  at(name).setAttribute("aria-invalid", wrong);
  at(`${name}-problem`).textContent = wrong ? at(`${name}-problem`).dataset.problem : "";
}

function choose(name) {
  chosen = name;
  showWeights(training.look());
}

function drag(name, by) {
  restartFrom(name, training.state[training.names.indexOf(name)] + by);
}

function field(name) {
  at(name).addEventListener("change", () => {
    const value = read[name](at(name).value.trim());
    complain(name, value === undefined);
    if (value !== undefined) change(name === "seed" ? { seed: value, weights: null } : { [name]: value });
  });
}

function listen() {
  at("train").addEventListener("click", () => {
    if (goal !== null) pause();
    else if (!training.diverged) run((Math.floor(training.iteration / ROUND) + 1) * ROUND);
  });
  at("single-step").addEventListener("click", () => {
    pause();
    training.train(1);
    settle();
  });
  at("reset").addEventListener("click", () => change({}));
  at("speed").addEventListener("change", () => {
    clock.speed = Number(at("speed").value);
  });
  document.querySelectorAll(".target").forEach((button, example) =>
    button.addEventListener("click", () => {
      const targets = [...settings.targets];
      targets[example] = 1 - targets[example];
      change({ targets });
    }),
  );
  for (const input of root.querySelectorAll("[type=radio]"))
    input.addEventListener("change", () => change({ [input.name]: input.value }));
  field("rate");
  field("seed");
  at("next-seed").addEventListener("click", () => change({ seed: settings.seed + 1, weights: null }));
  at("weight").addEventListener("input", () => restartFrom(chosen, at("weight").valueAsNumber));
  at("code").addEventListener("toggle", () => {
    const table = at("code").querySelector("table");
    const { step, answer } = NETWORKS[settings.network];
    if (at("code").open) showCode(table, `${step}\n\n${answer}`);
  });
  addEventListener("hashchange", open);
  onRecolour(drawAll);
}

function open() {
  const { settings: wanted, unread } = fromAddress(location.hash);
  load(wanted);
  if (unread.length) at("status").textContent = say("unread", { parts: unread.join(words.comma) });
}

open();
listen();
root.hidden = false;
document.querySelector(".playground-still")?.remove();
