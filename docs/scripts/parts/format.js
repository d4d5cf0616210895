// Numbers and sentences as a reader sees them.

export function format(value, digits = 2) {
  if (!Number.isFinite(value)) return String(value).replace("-", "−");
  const text = Math.abs(value) < 1e6 ? value.toFixed(digits) : value.toExponential(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}

export const count = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, "\u202f");

// A number on an axis, without what a computer's arithmetic adds at its end.
export const tidy = (value) => String(Number(value.toPrecision(6)));

// Put values in the places of a sentence: "cost {cost}".
export const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
