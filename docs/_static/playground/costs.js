// The cost curve, drawn by uPlot, with lines at the costs where trainings get stuck.

const HEIGHT = 250;

// The costs of a network that answers the same to all examples of a group: pure guessing, and for
// XOR and XNOR the two hollows in which a network of three neurons gets stuck.
export function guideLines({ targets, cost, network }) {
  const ones = targets.filter(Boolean).length;
  const scale = cost === "mean" ? 1 / 4 : 1;
  const lines = [];
  if (ones > 0 && ones < 4) lines.push(["guess", surprise(ones, 4)]);
  const crossed = targets[0] === targets[3] && targets[1] === targets[2] && ones === 2;
  if (crossed && network !== "neuron") {
    lines.push(["three", surprise(1, 3)], ["two", surprise(1, 2)]);
  }
  return lines.map(([name, height]) => [name, scale * height]);
}

// The summed cost of answering ones/all to all examples, of which so many have the target 1.
function surprise(ones, all) {
  const share = ones / all;
  return -(ones * Math.log(share) + (all - ones) * Math.log(1 - share));
}

export class CostCurve {
  constructor(box, words, count) {
    Object.assign(this, { box, words, count });
    new ResizeObserver(() => this.chart?.setSize(this.#size())).observe(box);
  }

  // Draw the axes anew, in the colours of the page.
  build(lines) {
    this.lines = lines;
    this.chart?.destroy();
    const style = getComputedStyle(this.box);
    const [ink, faint, curve] = ["--ink", "--faint", "--curve"].map((name) => style.getPropertyValue(name));
    const axis = { stroke: ink, grid: { stroke: faint, width: 1 }, ticks: { stroke: faint, width: 1 } };
    this.chart = new uPlot(
      {
        ...this.#size(),
        cursor: { show: false },
        legend: { show: false },
        scales: { x: { time: false }, y: { range: (_, low, high) => [0, Math.max(high, 1e-3) * 1.05] } },
        axes: [
          { ...axis, label: this.words.iteration, values: (_, ticks) => ticks.map(this.count) },
          { ...axis, label: this.words.cost, size: 50 },
        ],
        series: [
          {},
          { stroke: curve, width: 2 },
          ...lines.map(() => ({ stroke: ink, width: 1, dash: [6, 4] })),
        ],
        hooks: { draw: [(chart) => this.#nameLines(chart, ink)] },
      },
      [[0], [null], ...lines.map(() => [null])],
      this.box,
    );
  }

  update({ iterations, values }, atLeast) {
    const x = iterations.at(-1) >= atLeast ? iterations : [...iterations, atLeast];
    const across = x.map(() => 0);
    this.chart.setData([
      x,
      x.map((_, place) => values[place] ?? null),
      ...this.lines.map(([, height]) => across.map(() => height)),
    ]);
  }

  // Write each line's name above its right end.
  #nameLines({ ctx, bbox, valToPos }, ink) {
    ctx.save();
    ctx.fillStyle = ink;
    ctx.textAlign = "right";
    ctx.textBaseline = "bottom";
    ctx.font = `${12 * devicePixelRatio}px ${getComputedStyle(this.box).fontFamily}`;
    for (const [name, height] of this.lines)
      ctx.fillText(this.words[name], bbox.left + bbox.width, valToPos(height, "y", true) - 2);
    ctx.restore();
  }

  #size() {
    return { width: this.box.clientWidth, height: HEIGHT };
  }
}
