// The network as a drawing: neurons with what they answer at the four corners, and a label for
// each weight and bias, which can be chosen and dragged.

import { colour } from "../parts/surface.js";
import { element } from "../parts/svg.js";

const INPUTS = { x1: [40, 76], x2: [40, 224] };
const LAYOUTS = {
  neuron: { neurons: { a: [330, 150] }, biases: { b: [330, 240] } },
  shared: {
    neurons: { a1: [230, 66], a2: [230, 234], a3: [420, 150] },
    biases: { b1: [230, 150], b2: [420, 240] },
  },
  separate: {
    neurons: { a1: [230, 66], a2: [230, 234], a3: [420, 150] },
    biases: { b1: [230, 148], b2: [230, 302], b3: [420, 240] },
  },
};
const RADIUS = 36;
const CELL = 22;
const AFTER = 0.05; // how much a weight changes with each pixel of a drag
const ARROWS = { ArrowRight: 0.1, ArrowUp: 0.1, ArrowLeft: -0.1, ArrowDown: -0.1, PageUp: 1, PageDown: -1 };

// Which neuron each weight and bias belongs to: w1 to a1, but b2 to a3 if b1 is shared.
export function belongsTo(name, network) {
  if (network === "neuron") return ["a"];
  const shared = { b1: ["a1", "a2"], b2: ["a3"] };
  const kind = name.split("_")[0];
  return (network === "shared" && shared[kind]) || [`a${kind.slice(1)}`];
}

// Where a weight comes from: the first or the second input, or hidden neuron.
export function comesFrom(name, network) {
  if (name.startsWith("b")) return "";
  const place = Number(name.split("_")[1]);
  return name.startsWith("w3") && network !== "neuron" ? `a${place + 1}` : `x${place + 1}`;
}

export const spoken = (name) => name.replace(/_(\d)$/, "[$1]");

export class Drawing {
  constructor(svg, { choose, drag, format }) {
    Object.assign(this, { svg, choose, drag, format });
  }

  // Draw a network anew.
  build(network, names) {
    this.network = network;
    const { neurons, biases } = LAYOUTS[network];
    const places = { ...INPUTS, ...neurons };
    this.svg.replaceChildren();
    this.edges = {};
    this.cells = {};
    this.labels = {};
    for (const name of names.filter((name) => name.startsWith("w"))) {
      const [from, to] = [places[comesFrom(name, network)], places[belongsTo(name, network)[0]]];
      this.edges[name] = this.#line(from, to, "edge");
      const along = name.startsWith("w3") ? 0.5 : 0.31; // so that no labels overlap
      this.labels[name] = [0, 1].map((axis) => from[axis] + along * (to[axis] - from[axis]));
    }
    for (const [name, place] of Object.entries(biases)) {
      for (const neuron of belongsTo(name, network)) this.#line(place, neurons[neuron], "bias-edge");
      this.labels[name] = place;
    }
    for (const [name, [x, y]] of Object.entries(INPUTS)) {
      element(this.svg, "circle", { cx: x, cy: y, r: 22, class: "node" });
      element(this.svg, "text", { x, y, class: "node-name" }, name);
    }
    for (const [name, [x, y]] of Object.entries(neurons)) {
      element(this.svg, "circle", { cx: x, cy: y, r: RADIUS, class: "node" });
      element(this.svg, "text", { x, y: y - RADIUS - 12, class: "node-name" }, name);
      this.cells[name] = [0, 1, 2, 3].map((corner) => {
        const [left, top] = [x - (corner < 2 ? CELL : 0), y - (corner % 2 ? CELL : 0)];
        return element(this.svg, "rect", { x: left, y: top, width: CELL, height: CELL });
      });
    }
    for (const [name, place] of Object.entries(this.labels)) this.labels[name] = this.#label(name, place);
  }

  update(names, state, values, chosen) {
    for (const name of names) {
      const value = state[name];
      const { group, text } = this.labels[name];
      text.textContent = this.format(value);
      group.setAttribute("aria-current", name === chosen);
      group.setAttribute("aria-valuenow", value);
      group.setAttribute("aria-valuetext", this.format(value));
      const edge = this.edges[name];
      edge?.setAttribute("stroke-width", 1 + 0.7 * Math.min(Math.abs(value), 12));
      edge?.classList.toggle("negative", value < 0);
    }
    for (const [neuron, cells] of Object.entries(this.cells))
      cells.forEach((cell, corner) => {
        cell.setAttribute("fill", `rgb(${colour(values[`${neuron}_${corner}`])})`);
      });
  }

  #line([x1, y1], [x2, y2], kind) {
    return element(this.svg, "line", { x1, y1, x2, y2, class: kind });
  }

  #label(name, [x, y]) {
    const group = element(this.svg, "g", {
      ...{ role: "slider", tabindex: 0, class: "label", "data-name": name },
      ...{ "aria-label": spoken(name), "aria-valuemin": -15, "aria-valuemax": 15 },
    });
    element(group, "rect", { x: x - 34, y: y - 17, width: 68, height: 34, rx: 6 });
    const text = element(group, "text", { x, y });
    group.addEventListener("focus", () => this.choose(name));
    group.addEventListener("keydown", (event) => {
      const by = ARROWS[event.key];
      if (!by) return;
      event.preventDefault(); // the page would scroll
      this.drag(name, event.shiftKey ? Math.sign(by) : by);
    });
    group.addEventListener("pointerdown", (event) => {
      this.choose(name);
      group.setPointerCapture(event.pointerId);
      let last = event.clientX;
      const move = ({ clientX }) => {
        if (clientX !== last) this.drag(name, AFTER * (clientX - last));
        last = clientX;
      };
      group.addEventListener("pointermove", move);
      const end = () => group.removeEventListener("pointermove", move);
      group.addEventListener("pointerup", end, { once: true });
      group.addEventListener("pointercancel", end, { once: true });
    });
    return { group, text };
  }
}
