// Find what a pasted error is about. Whatever is pasted around a message, such as a traceback with
// names, paths and numbers of another computer, doesn't count: how much of a known message is in
// it does, or how much of it is in a known message.
import { words } from "./words.js";

const ENOUGH = 0.6;
const FEW = 3; // of a message's words, which may be anybody's

// Neighbouring words; numbers differ from computer to computer.
function features(normalized) {
  const typed = words(normalized).filter((word) => !/^\d+$/.test(word));
  return new Set(typed.slice(1).map((word, index) => `${typed[index]} ${word}`));
}

export function messagesIn(documents, normalize) {
  const messages = documents.flatMap(({ id, messages }) =>
    messages.map((message) => ({ id, features: features(normalize(message)) })),
  );
  const count = new Map();
  for (const { features } of messages)
    for (const feature of features) count.set(feature, (count.get(feature) ?? 0) + 1);
  const weight = (feature) => Math.log(1 + messages.length / (count.get(feature) ?? 1));
  const sum = (features) => features.reduce((total, feature) => total + weight(feature), 0);
  const known = messages
    .filter(({ features }) => features.size)
    .map((message) => ({ ...message, weight: sum([...message.features]) }));

  // For each document, how much its message says of what was typed.
  return (normalized) => {
    const typed = features(normalized);
    const whole = sum([...typed]);
    const found = new Map();
    for (const { id, features, weight } of known) {
      const both = [...features].filter((feature) => typed.has(feature));
      const shared = sum(both);
      const share = Math.max(shared / weight, both.length < FEW ? 0 : shared / whole);
      if (share >= ENOUGH) found.set(id, Math.max(found.get(id) ?? 0, shared * share));
    }
    return found;
  };
}
