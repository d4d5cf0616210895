// Move along the cube, and read its value and slope.

import { cube } from "generated/cube.js";
import { fill, format } from "../parts/format.js";
import { mount } from "../parts/mount.js";
import { Plane, handle } from "../parts/plane.js";
import { element } from "../parts/svg.js";

const X = [-5, 5];
const ACROSS = [-4, -2, 0, 2, 4];
const TANGENT = 90; // pixels to either side, where there is room
const THUMB = 24; // of the slider, in pixels

mount("cube", (box) => {
  const slider = box.querySelector("input");
  const words = box.querySelector(".words");
  const note = box.querySelector(".note");
  const [least, most] = [Number(slider.min), Number(slider.max)];
  const xs = Array.from({ length: 181 }, (_, place) => least + (place / 180) * (most - least));

  // A curve of one of the cube's outputs, with a point on it.
  const drawn = (kind, output, y, ticks) => {
    const svg = box.querySelector(`svg.${kind}`);
    const plane = new Plane(svg, { x: X, y, ticks: { x: ACROSS, y: ticks }, draw: () => draw() });
    const part = (name) => element(svg, "path", { class: name });
    return { plane, output, guide: part("guide"), curve: part("curve"), part, point: handle(svg, kind) };
  };
  const height = drawn("height", 0, [-100, 100], [-80, -40, 0, 40, 80]);
  const slope = drawn("slope", 1, [0, 66], [0, 20, 40, 60]);
  const triangle = height.part("triangle");
  const tangent = height.part("tangent");
  const run = element(height.plane.svg, "text", { class: "leg", "text-anchor": "middle" }, "1");
  const rise = element(height.plane.svg, "text", { class: "leg" });
  for (const part of [triangle, tangent, height.point]) height.plane.svg.append(part);

  function draw() {
    for (const { plane, output, curve } of [height, slope]) {
      const points = xs.map((x) => `${plane.toX(x)} ${plane.toY(cube([], [x])[output])}`);
      curve.setAttribute("d", `M${points.join("L")}`);
    }
    const { toX } = height.plane; // the slider's knob stands below the point
    slider.style.width = `${toX(most) - toX(least) + THUMB}px`;
    slider.style.marginLeft = `${toX(least) - THUMB / 2}px`;
    show();
  }

  function show() {
    const x = slider.valueAsNumber;
    const values = cube([], [x]);
    const said = { x: format(x, 1), y: format(values[0]), slope: format(values[1]) };
    words.textContent = fill(words.dataset.words, said);
    slider.setAttribute("aria-valuetext", words.textContent);
    const base = x < 0 ? `(${said.x})` : said.x;
    box.querySelector(".formula.height span").textContent = `${base}³ = ${said.y}`;
    box.querySelector(".formula.slope span").textContent = `3 · ${base}² = ${said.slope}`;
    note.textContent = note.dataset[x ? (x < 0 ? "left" : "right") : "flat"];

    for (const { plane, output, guide, point } of [height, slope]) {
      const [across, up] = [plane.toX(x), plane.toY(values[output])];
      point.setAttribute("transform", `translate(${across} ${up})`);
      guide.setAttribute("d", `M${across} ${plane.toY(plane.y[0])}V${plane.toY(plane.y[1])}`);
    }
    drawTangent(x, values);
  }

  // The tangent, and beside it the triangle: 1 to the right, so much up.
  function drawTangent(x, [y, rate]) {
    const { plane } = height;
    const [across, up] = [plane.toX(x), plane.toY(y)];
    const [right, down] = [plane.toX(1) - plane.toX(0), plane.toY(rate) - plane.toY(0)];
    const end = (sign) => {
      const room = sign < 0 ? y - plane.y[0] : plane.y[1] - y;
      const share = sign * Math.min(TANGENT / Math.hypot(right, down), room / Math.max(rate, 1e-9));
      return `${across + share * right} ${up + share * down}`;
    };
    tangent.setAttribute("d", `M${end(-1)}L${end(1)}`);

    const side = x < 0 ? 1 : -1; // where the curve isn't
    triangle.setAttribute("d", `M${across} ${up}v${side * down}h${side * right}z`);
    const place = (text, horizontal, vertical) => {
      text.setAttribute("x", horizontal);
      text.setAttribute("y", vertical);
    };
    place(run, across + (side * right) / 2, up + side * (down - 12));
    place(rise, across - side * 9, up + side * Math.min(down / 2, -22));
    rise.setAttribute("text-anchor", side < 0 ? "start" : "end");
    rise.textContent = format(rate);
  }

  const move = (x) => {
    slider.value = x;
    show();
  };
  slider.addEventListener("input", show);
  for (const { plane } of [height, slope]) plane.follow(move);
});
