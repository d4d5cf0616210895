// The playground: a training, the moment of it that is shown, and what a reader does with both.

import { count, format } from "../parts/format.js";
import { onRecolour } from "../parts/mount.js";
import { start } from "../parts/start.js";
import { drawCorners } from "../parts/surface.js";
import { Training } from "../parts/training.js";
import { show as showCode } from "./code.js";
import { listenToSettings, showSettings } from "./controls.js";
import { NETWORKS } from "./networks.js";
import { Pace } from "./pace.js";
import { fromAddress, toAddress } from "./settings.js";
import { View, at, say, words } from "./view.js";

// Milliseconds without a change, before a screen reader is told.
const QUIET = 400;
// Milliseconds between what it's told of a training under way.
const NOW_AND_THEN = 5000;

const still = matchMedia("(prefers-reduced-motion: reduce)");
const presets = document.querySelector(".presets ul");

let settings;
let training;
let chosen; // the name of a weight or bias
let past = null; // the earlier moment that is looked at, or null
let goal = 0; // the furthest iteration that a run should come to
let unread = ""; // what is wrong with the address
let quiet; // a timer
let told = 0; // when a screen reader was told something

const moment = () => past ?? { iteration: training.iteration, state: training.state };
const scene = () => ({ training, settings, chosen, goal, moment: moment() });
const view = new View({ choose, drag, pick });
const pace = new Pace({ shown, ended: pause });

function load(wanted, complaint = "") {
  settings = wanted;
  restart();
  unread = complaint;
  if (!training.names.includes(chosen)) chosen = training.names[0];
  view.drawing.build(settings.network, training.names);
  drawCorners(at("corners"), settings.targets);
  if (settings.iterations > 0) run(settings.iterations, Infinity);
  else settle();
}

function restart() {
  pace.stop();
  training = new Training(NETWORKS[settings.network], start(settings), settings);
  past = null;
  goal = 0;
  unread = "";
  showSettings(settings);
}

// A change starts again, so that an address says all that there is to say.
function change(changes) {
  if (changes.network && settings.weights) changes = { ...changes, weights: null };
  load({ ...settings, iterations: 0, ...changes });
}

function restartFrom(name, value) {
  const weights = [...moment().state];
  weights[training.names.indexOf(name)] = value;
  settings = { ...settings, weights, iterations: 0 };
  restart();
  settle(QUIET);
}

function run(until, speed = Number(at("speed").value)) {
  goal = Math.max(goal, until);
  told = performance.now();
  at("notice").textContent = unread;
  pace.run(training, until, speed);
  nameButton();
}

function shown(now) {
  if (still.matches) view.count(scene());
  else view.show(scene());
  if (now - told > NOW_AND_THEN) tell();
}

function pause() {
  pace.stop();
  settle();
}

function nameButton() {
  const { train, pause } = at("train").dataset;
  at("train").textContent = pace.runs ? pause : train;
}

// Show where a training stands. While a reader drags something, the rest waits for the end of it.
function settle(delay = 0) {
  if (isLost()) goal = 0; // it won't be reached
  settings.iterations = moment().iteration;
  nameButton();
  view.show(scene());
  at("notice").textContent = notice();
  clearTimeout(quiet);
  if (delay) quiet = setTimeout(keep, delay);
  else keep();
}

function keep() {
  tell();
  history.replaceState(null, "", toAddress(settings));
  for (const link of presets.querySelectorAll("a")) {
    const story = toAddress(fromAddress(link.hash).settings);
    const current = story === toAddress({ ...settings, iterations: 0 });
    link.toggleAttribute("aria-current", current);
    if (current) requestAnimationFrame(() => centre(link));
  }
}

// Phones show one or two stories at once.
function centre(link) {
  const [of, box] = [link.getBoundingClientRect(), presets.getBoundingClientRect()];
  presets.scrollLeft += of.left + of.width / 2 - box.left - box.width / 2;
}

function tell() {
  at("status").textContent = `${view.summary} ${at("notice").textContent}`;
  told = performance.now();
}

const isLost = () => !Number.isFinite(training.look().cost);

// What the numbers don't say.
function notice() {
  if (past) return say("past", { iteration: count(past.iteration), last: count(training.iteration) });
  if (!isLost()) return unread;
  return say("diverged", {
    iteration: count(training.iteration),
    highest: format(Math.max(...training.record.costs)),
    cost: training.look().cost,
    rate: Number((settings.rate / 100).toPrecision(1)),
  });
}

function choose(name) {
  chosen = name;
  view.weights(scene());
}

function drag(name, by) {
  restartFrom(name, moment().state[training.names.indexOf(name)] + by);
}

// Look at the recorded moment nearest to an iteration.
function pick(iteration) {
  pace.stop();
  const nearest = training.moment(iteration);
  past = nearest.iteration < training.iteration ? nearest : null;
  settle(QUIET);
}

function goOn() {
  if (past) training.goBackTo(past);
  past = null;
  unread = "";
}

function listen() {
  at("train").addEventListener("click", () => {
    if (pace.runs) return pause();
    goOn();
    if (!training.diverged) run(training.endOfRound);
  });
  at("single-step").addEventListener("click", () => {
    pace.stop();
    goOn();
    training.train(1);
    settle();
  });
  at("reset").addEventListener("click", () => change({}));
  at("speed").addEventListener("change", () => {
    pace.speed = Number(at("speed").value);
  });
  at("moment").addEventListener("input", () => {
    const { value, step } = at("moment");
    // The end is seldom a whole number of the slider's steps.
    const last = Number(value) + Number(step) > training.iteration;
    pick(last ? training.iteration : Number(value));
  });
  listenToSettings(() => settings, change);
  at("weight").addEventListener("input", () => restartFrom(chosen, at("weight").valueAsNumber));
  at("code").addEventListener("toggle", () => {
    const table = at("code").querySelector("table");
    const { step, answer } = NETWORKS[settings.network];
    if (at("code").open) showCode(table, `${step}\n\n${answer}`);
  });
  addEventListener("hashchange", open);
  onRecolour(() => view.show(scene()));
}

function open() {
  const heading = document.getElementById(location.hash.slice(1)); // a place, and no settings
  const { settings: wanted, unread } = fromAddress(heading ? "" : location.hash);
  load(wanted, unread.length ? say("unread", { parts: unread.join(words.comma) }) : "");
  heading?.scrollIntoView();
}

open();
listen();
document.querySelector(".playground-still").remove();
