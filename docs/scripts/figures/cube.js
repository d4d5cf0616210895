// Move along the cube, and read its value and slope.

import { cube } from "generated/cube.js";
import { fill, format } from "../parts/format.js";
import { mount } from "../parts/mount.js";
import { element } from "../parts/svg.js";

const toX = (x) => 230 + 45 * x;
const toY = (y) => 150 - 1.5 * y;

mount("cube", (box) => {
  const svg = box.querySelector("svg");
  const slider = box.querySelector("input");
  const words = box.querySelector(".words");
  const xs = Array.from({ length: 91 }, (_, place) => -4.5 + place / 10);
  const points = xs.map((x) => `${toX(x)} ${toY(cube([], [x])[0])}`);
  element(svg, "path", { d: `M${points.join("L")}`, class: "curve" });
  const tangent = element(svg, "line", { class: "tangent" });
  const point = element(svg, "circle", { r: 6, class: "mark" });

  const show = () => {
    const x = slider.valueAsNumber;
    const [y, slope] = cube([], [x]);
    words.textContent = fill(words.dataset.words, { x: format(x, 1), y: format(y), slope: format(slope) });
    slider.setAttribute("aria-valuetext", words.textContent);
    const ends = { x1: toX(x - 1), y1: toY(y - slope), x2: toX(x + 1), y2: toY(y + slope) };
    for (const [name, value] of Object.entries(ends)) tangent.setAttribute(name, value);
    point.setAttribute("cx", toX(x));
    point.setAttribute("cy", toY(y));
  };
  slider.addEventListener("input", show);
  show();
});
