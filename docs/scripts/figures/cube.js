// Move along the cube, and read its value and slope.

import { cube } from "generated/cube.js";
import { fill, format } from "../parts/format.js";
import { mount } from "../parts/mount.js";
import { Plane, handle } from "../parts/plane.js";
import { element, place } from "../parts/svg.js";

const X = [-4.4, 5.8];
const ACROSS = [-4, -2, 0, 2, 4];
const CURVES = {
  height: { output: 0, y: [-90, 120], ticks: [-80, -40, 0, 40, 80], label: "y" },
  slope: { output: 1, y: [0, 60], ticks: [0, 20, 40], label: "" },
};
const TANGENT = 90; // pixels to either side, where there is room
const THUMB = 24; // of the slider, in pixels

mount("cube", (box) => {
  const slider = box.querySelector("input");
  const words = box.querySelector(".words");
  const note = box.querySelector(".note");
  const xs = Array.from({ length: 401 }, (_, step) => X[0] + (step / 400) * (X[1] - X[0]));

  const curves = Object.entries(CURVES).map(([kind, { output, y, ticks, label }]) => {
    const svg = box.querySelector(`svg.${kind}`);
    const labels = { x: "x", y: label };
    const plane = new Plane(svg, { x: X, y, ticks: { x: ACROSS, y: ticks }, labels, draw });
    const [guide, curve] = ["guide", "curve"].map((name) => element(svg, "path", { class: name }));
    const rule = box.querySelector(`.formula.${kind} span`);
    return { plane, output, guide, curve, rule, point: handle(svg, kind) };
  });
  const [{ plane }] = curves;
  const [triangle, tangent] = ["triangle", "tangent"].map((name) => element(plane.svg, "path", { class: name }));
  plane.svg.append(curves[0].point);
  const run = element(plane.svg, "text", { class: "leg", "text-anchor": "middle" }, "1");
  const rise = element(plane.svg, "text", { class: "leg" });

  function draw() {
    for (const { plane, output, curve } of curves) {
      const points = xs.map((x) => [x, cube([], [x])[output]]).filter(([, y]) => y <= plane.y[1]);
      curve.setAttribute("d", `M${points.map(([x, y]) => [plane.toX(x), plane.toY(y)]).join("L")}`);
    }
    // The slider's knob stands below the point.
    const [left, right] = [slider.min, slider.max].map((end) => plane.toX(Number(end)));
    slider.style.width = `${right - left + THUMB}px`;
    slider.style.marginLeft = `${left - THUMB / 2}px`;
    show();
  }

  function show() {
    const x = slider.valueAsNumber;
    const values = cube([], [x]);
    const said = { x: format(x, 1), y: format(values[0]), slope: format(values[1]) };
    words.textContent = fill(words.dataset.words, said);
    slider.setAttribute("aria-valuetext", words.textContent);
    note.textContent = note.dataset[["left", "flat", "right"][1 + Math.sign(x)]];
    const base = x < 0 ? `(${said.x})` : said.x;
    curves[0].rule.textContent = `= ${base}³ = ${said.y}`;
    curves[1].rule.textContent = `= 3 · ${base}² = ${said.slope}`;
    for (const { plane, output, guide, point } of curves) {
      const [across, up] = [plane.toX(x), plane.toY(values[output])];
      place(point, { transform: `translate(${across} ${up})` });
      place(guide, { d: `M${across} ${plane.toY(plane.y[0])}V${plane.toY(plane.y[1])}` });
    }
    drawTangent(x, values);
  }

  // The tangent, and the triangle below it: 1 to the right, so much up.
  function drawTangent(x, [y, slope]) {
    const [across, up] = [plane.toX(x), plane.toY(y)];
    const [right, down] = [plane.toX(x + 1) - across, plane.toY(y + slope) - up];
    const end = (sign) => {
      const side = sign < 0 ? 0 : 1;
      const share = sign * Math.min(
        TANGENT / Math.hypot(right, down),
        Math.abs(plane.x[side] - x),
        Math.abs(plane.y[side] - y) / Math.max(slope, 1e-9),
      );
      return [across + share * right, up + share * down];
    };
    place(tangent, { d: `M${end(-1)}L${end(1)}` });
    place(triangle, { d: `M${across} ${up}h${right}v${down}z` });
    place(run, { x: across + right / 2, y: up + 12 });
    place(rise, { x: across + right + 8, y: down < -24 ? up + down / 2 : up + 12 });
    rise.textContent = format(slope);
  }

  const move = (x) => {
    slider.value = x;
    show();
  };
  slider.addEventListener("input", show);
  for (const { plane } of curves) plane.follow(move);
});
