// Go through a recorded training of the network, from its plateau to its end.

import { answer, step } from "generated/shared.js";
import { countRight } from "../parts/answers.js";
import { Chart } from "../parts/chart.js";
import { count, fill, format } from "../parts/format.js";
import { guideLines } from "../parts/guide_lines.js";
import { mount } from "../parts/mount.js";
import { later, Player } from "../parts/player.js";
import { curveOf, record } from "../parts/recording.js";
import { start } from "../parts/start.js";
import { drawCorners, paint } from "../parts/surface.js";
import { ROUND, Training } from "../parts/training.js";

const SETTINGS = { network: "shared", targets: [1, 0, 0, 1], rate: 0.01, cost: "sum" };
const EVERY = 20; // iterations from one recorded moment to the next
const HIGHEST = 4.5; // the end of the chart's axis
const DURATION = 12; // seconds, from iteration 0 to the end
const GRIDS = { a1: 24, a2: 24, a3: 48 }; // how fine each neuron's picture is
const STUCK = { 15: "two", 22: "three" }; // the guide line at which a seed's training ends

mount("plateau", (box) => {
  const part = (name) => box.querySelector(`[data-part="${name}"]`);
  const said = part("words").dataset;
  const slider = part("iteration");
  const chosenSeed = () => Number(box.querySelector("[type=radio]:checked").value);
  const recordings = {}; // by seed
  const heights = Object.fromEntries(guideLines(SETTINGS));
  let iteration = slider.valueAsNumber;
  let training;
  let moments;
  let curve;

  const chart = new Chart(part("chart"), {
    labels: { x: said.x, y: said.y },
    write: { x: count, y: String },
  });
  const player = new Player(part("play"), { advance, settle });

  function advance(seconds) {
    iteration = later(iteration, seconds, ROUND, DURATION);
    show();
    return iteration < ROUND;
  }

  async function choose() {
    const seed = chosenSeed();
    training = new Training({ step, answer }, start({ ...SETTINGS, seed }), SETTINGS);
    recordings[seed] ??= record(training, { iterations: ROUND, every: EVERY });
    const recorded = await recordings[seed];
    if (seed !== chosenSeed()) return; // another one was chosen meanwhile
    moments = recorded;
    const lines = [[said.guess, heights.guess]];
    if (seed in STUCK) lines.push([said[STUCK[seed]], heights[STUCK[seed]]]);
    curve = { ...curveOf(moments), lines };
    show();
  }

  function show() {
    const moment = moments[Math.round(iteration / EVERY)];
    const values = training.look(moment.state);
    const answers = Object.keys(GRIDS).map((neuron) => [0, 1, 2, 3].map((example) => values[`${neuron}_${example}`]));
    Object.entries(GRIDS).forEach(([neuron, grid], place) => {
      paint(part(neuron), (x1, x2) => training.answer(x1, x2, moment.state)[place], grid);
      const [targets, size] = neuron === "a3" ? [SETTINGS.targets, 1.3] : [undefined, 2.4];
      const labels = answers[place].map((value) => format(value));
      drawCorners(part(`${neuron}-corners`), targets, { labels, size });
    });
    chart.update({ ...curve, most: { x: ROUND, y: HIGHEST }, mark: moment.iteration });
    slider.value = iteration;
    tell(moment, answers);
  }

  function tell({ iteration, cost }, [first, second, answers]) {
    const numbers = {
      iteration: count(iteration),
      cost: format(cost, 3),
      answers: answers.map((value) => format(value)).join(said.comma),
      right: countRight(answers, SETTINGS.targets),
      difference: format(Math.max(...first.map((value, example) => Math.abs(value - second[example])))),
    };
    part("words").textContent = fill(said.now, numbers);
    slider.setAttribute("aria-valuetext", fill(said.brief, numbers));
  }

  function settle() {
    part("status").textContent = part("words").textContent;
  }

  slider.addEventListener("input", () => {
    iteration = slider.valueAsNumber;
    show();
    player.pause();
  });
  for (const input of box.querySelectorAll("[type=radio]"))
    input.addEventListener("change", () => choose().then(settle));
  choose().then(() => {
    slider.disabled = part("play").disabled = false;
  });
});
