// The costs where trainings get stuck.

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
