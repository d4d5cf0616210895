// A neuron that decides by a step: move its dividing line until it's the gate that was chosen.

import { neuron } from "generated/step_neuron.js";
import { countRight, isRight } from "../parts/answers.js";
import { fill, format } from "../parts/format.js";
import { mount } from "../parts/mount.js";
import { Plane, handle } from "../parts/plane.js";
import { element, place } from "../parts/svg.js";

const CORNERS = [[0, 0], [0, 1], [1, 0], [1, 1]];
const ENDS = [-0.4, 1.4]; // of both axes
const EDGE = [[ENDS[0], ENDS[0]], [ENDS[1], ENDS[0]], [ENDS[1], ENDS[1]], [ENDS[0], ENDS[1]]];
const CELL = 2; // pixels of the shaded plane for which the neuron is asked once
const ARROW = 0.22; // its length on the plane
const HEAD = "M10 0L-7 8V-8z"; // pointing to the right
const SIGNS = { true: "✓", false: "✗" };
const SHAPES = ["m-5-9l-4 4 5 5-5 5 4 4 5-5 5 5 4-4-5-5 5-5-4-4-5 5z", "m-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0"];

mount("gate", (box) => {
  const svg = box.querySelector(".plane");
  const status = box.querySelector(".status");
  const rows = [...box.querySelectorAll("tbody tr")];
  const [w1, w2, b] = box.querySelectorAll("[type=range]");
  const gates = [...box.querySelectorAll("[type=radio]")];
  const chosen = () => gates.find((gate) => gate.checked);

  const plane = new Plane(svg, {
    x: ENDS,
    y: ENDS,
    ticks: { x: [0, 1], y: [0, 1] },
    labels: { x: "x₁", y: "x₂" },
    draw: show,
  });
  const part = (name, kind = "path") => element(svg, kind, { class: name });
  const [yes, line, arrow] = ["yes", "line", "arrow"].map((name) => part(name));
  const corners = CORNERS.map(() => [part("ring", "circle"), part("target"), part("verdict", "text")]);
  const [grip, tip] = [handle(svg, "line"), handle(svg, "arrow", HEAD)];
  let w, bias;
  let anchor = [0.5, 0.5]; // where on the line the arrow stands

  // What the neuron answers: z and a.
  const ask = ([x1, x2]) => neuron([], [x1, x2, w[0], w[1], bias]);

  function show() {
    w = [w1.valueAsNumber, w2.valueAsNumber];
    bias = b.valueAsNumber;
    for (const slider of [w1, w2, b]) {
      const value = format(slider.valueAsNumber);
      slider.nextElementSibling.textContent = value;
      slider.setAttribute("aria-valuetext", value);
    }
    const targets = [...chosen().value].map(Number);
    const outputs = CORNERS.map((corner) => ask(corner));
    showAnswers(outputs, targets);
    showStatus(outputs.map(([, a]) => a), targets);
    shade();
    drawLine();
  }

  function showAnswers(outputs, targets) {
    outputs.forEach(([z, a], example) => {
      const right = isRight(a, targets[example]);
      const { cells } = rows[example];
      [format(z), a, targets[example]].forEach((value, column) => {
        cells[2 + column].textContent = value;
      });
      const [sign, word] = cells[5].children;
      sign.textContent = SIGNS[right];
      word.textContent = cells[5].closest("tbody").dataset[right ? "right" : "wrong"];
      rows[example].classList.toggle("wrong", !right);

      const [x, y] = [plane.toX(CORNERS[example][0]), plane.toY(CORNERS[example][1])];
      const [ring, target, verdict] = corners[example];
      place(ring, { cx: x, cy: y, r: right ? 0 : 17 });
      place(target, { d: `M${x} ${y}${SHAPES[targets[example]]}` });
      const [far, high] = CORNERS[example]; // the words stand outwards, where the line is seldom
      place(verdict, { x: x + (far ? 13 : -13), y: y - (high ? 18 : -18), "text-anchor": far ? "start" : "end" });
      verdict.textContent = `${a} ${SIGNS[right]}`;
    });
  }

  function showStatus(answers, targets) {
    const gate = chosen();
    const right = countRight(answers, targets);
    const other = gates.find(({ value }) => value === answers.join(""))?.dataset.gate;
    const reached = right === answers.length;
    const kind = reached ? "reached" : gate.dataset.words ?? (other ? "other" : "some");
    const said = fill(status.dataset[kind], { gate: gate.dataset.gate, right, other });
    if (status.textContent !== said) status.textContent = said;
    box.classList.toggle("solved", reached);
    if (reached) gate.parentElement.classList.add("reached");
  }

  // Ask the neuron all over the plane.
  function shade() {
    const [left, right, bottom, top] = [...ENDS.map(plane.toX), ...ENDS.map(plane.toY)];
    let d = "";
    for (let y = top; y < bottom; y += CELL) {
      const x2 = plane.fromY(y + CELL / 2);
      let from = null;
      for (let x = left; x < right + CELL; x += CELL) {
        const inside = x < right && ask([plane.fromX(x + CELL / 2), x2])[1];
        if (inside && from === null) from = x;
        if (!inside && from !== null) {
          d += `M${from} ${y}H${Math.min(x, right)}v${Math.min(CELL, bottom - y)}H${from}z`;
          from = null;
        }
      }
    }
    place(yes, { d });
  }

  // The line where z is 0: it enters and leaves the plane where z changes its sign on the edge.
  function drawLine() {
    const ends = EDGE.flatMap((here, side) => {
      const next = EDGE[(side + 1) % 4];
      const [from, to] = [ask(here)[0], ask(next)[0]];
      const share = from / (from - to);
      return from < 0 === to < 0 ? [] : [here.map((value, axis) => value + share * (next[axis] - value))];
    });
    const seen = ends.length === 2;
    for (const shape of [line, arrow, grip, tip]) shape.style.display = seen ? "" : "none";
    if (!seen) return;
    const size = Math.hypot(...w);
    const way = w.map((weight) => weight / size); // at right angles to the line, to the side of 1
    const [z] = ask(anchor);
    anchor = anchor.map((value, axis) => value - (z / size) * way[axis]);
    if (anchor.some((value) => value < ENDS[0] || value > ENDS[1]))
      anchor = [0, 1].map((axis) => (ends[0][axis] + ends[1][axis]) / 2);
    const [x, y] = [plane.toX(anchor[0]), plane.toY(anchor[1])];
    const [right, down] = [plane.toX(anchor[0] + ARROW * way[0]), plane.toY(anchor[1] + ARROW * way[1])];
    const angle = (180 / Math.PI) * Math.atan2(down - y, right - x);
    place(line, { d: `M${ends.map(([x1, x2]) => [plane.toX(x1), plane.toY(x2)]).join("L")}` });
    place(arrow, { d: `M${x} ${y}L${right} ${down}` });
    place(grip, { transform: `translate(${x} ${y})` });
    place(tip, { transform: `translate(${right} ${down}) rotate(${angle})` });
  }

  // Let the line run through a place, by the bias alone.
  function shift(...to) {
    anchor = to;
    b.value = bias - ask(to)[0];
    show();
  }

  // Let the arrow point to a place, and the line turn with it about where the arrow stood.
  let pivot, size;
  function turn(...to) {
    const way = to.map((value, axis) => value - pivot[axis]);
    w = way.map((value) => (size * value) / (Math.hypot(...way) || 1));
    [w1.value, w2.value] = w;
    w = [w1.valueAsNumber, w2.valueAsNumber]; // rounded by the sliders
    shift(...pivot);
  }

  let drag = shift;
  plane.follow(
    (...to) => drag(...to),
    (grasped) => {
      drag = tip.contains(grasped) ? turn : shift;
      [pivot, size] = [anchor, Math.hypot(...w)];
    },
  );
  box.addEventListener("input", show);
});
