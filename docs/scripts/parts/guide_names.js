// Where the names of level lines fit, so that they touch neither each other nor the curve.

const GAP = 4; // pixels between a line and its name

// lines: [{ y, width }] in pixels; area: { left, right, top, bottom }; points: the curve's, as
// [x, y]; size: the height of a name. Returns for each line the name's box, or null.
export function placeNames(lines, area, points, size) {
  const taken = [];
  return lines.map(({ y, width }) => {
    const box = candidates(y, width, area, size).find(
      (box) =>
        box.top >= area.top &&
        box.bottom <= area.bottom &&
        box.left >= area.left &&
        !lines.some((line) => line.y > Math.min(y, box.top) && line.y < Math.max(y, box.bottom)) &&
        !taken.some((other) => meet(box, other)) &&
        !points.some((point, place) => place > 0 && crosses(points[place - 1], point, box)),
    );
    if (box) taken.push(box);
    return box ?? null;
  });
}

// Below comes first: a cost that comes to rest does so just above its line.
function candidates(y, width, { left, right }, size) {
  const tops = [y + GAP, y - GAP - size];
  const lefts = [right - width - GAP, (left + right - width) / 2, left + GAP];
  return tops.flatMap((top) =>
    lefts.map((start) => ({ left: start, right: start + width, top, bottom: top + size })),
  );
}

const meet = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

function crosses([x1, y1], [x2, y2], { left, right, top, bottom }) {
  const [from, to] = [Math.max(x1, left), Math.min(x2, right)];
  if (from > to) return false;
  const height = (x) => (x2 === x1 ? y1 : y1 + ((x - x1) / (x2 - x1)) * (y2 - y1));
  const ends = x2 === x1 ? [y1, y2] : [height(from), height(to)];
  return Math.min(...ends) < bottom && Math.max(...ends) > top;
}
