// Find what a pasted error is about. Whatever is pasted around a message, such as a traceback with
// names, paths and numbers of another computer, doesn't count: how much of a known message is in
// it does, or how much of it is in a known message.
import { words } from "./words.js";

const ENOUGH = 0.6;
const LAST = 0.25; // that a message counts more at the end
const FEW = 3; // fewer neighbours are in many messages

// Neighbouring words, and where they stand last; numbers differ from computer to computer.
function features(normalized) {
  const typed = words(normalized).filter((word) => !/^[\d.]+$/.test(word));
  return new Map(typed.slice(1).map((word, index) => [`${typed[index]} ${word}`, index]));
}

export function messagesIn(documents, normalize) {
  const messages = documents.flatMap(({ id, messages }) =>
    messages.map((message) => {
      return { id, message, features: [...features(normalize(message)).keys()] };
    }),
  );
  const count = new Map();
  for (const { features } of messages)
    for (const feature of features) count.set(feature, (count.get(feature) ?? 0) + 1);
  const weight = (feature) => Math.log(1 + messages.length / (count.get(feature) ?? 1));
  const sum = (features) => features.reduce((total, feature) => total + weight(feature), 0);
  const known = messages
    .filter(({ features }) => features.length)
    .map((message) => ({ ...message, weight: sum(message.features) }));

  // For each document that has the message, the message, and how much it says of what was typed.
  // Of a chain of errors the last one counts.
  return (normalized) => {
    const typed = features(normalized);
    const whole = sum([...typed.keys()]);
    const found = new Map();
    for (const { id, message, features, weight } of known) {
      const both = features.filter((feature) => typed.has(feature));
      const shared = sum(both);
      const share = Math.max(shared / weight, both.length < FEW ? 0 : shared / whole);
      if (share < ENOUGH) continue;
      const place = Math.max(...both.map((feature) => typed.get(feature))) / typed.size;
      const value = shared * share * (1 + LAST * place);
      if (value > (found.get(id)?.value ?? 0)) found.set(id, { value, message });
    }
    return found;
  };
}
