// What is called nearly as somebody typed, for those who found nothing.
import { namesOf } from "./documents.js";
import { pairs } from "./words.js";

const NEAR = 0.4;
const MOST = 3;
const NAMED = new Set(["glossary", "chapters", "help"]);

const letterPairs = (text) => new Set(pairs(text.replace(/\s/g, "")));

// How much two texts share of their pairs of letters: Dice's coefficient.
function likeness(one, other) {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / (one.size + other.size || 1);
}

export function nearest(normalized, documents, normalize) {
  const typed = letterPairs(normalized);
  return documents
    .filter(({ kind }) => NAMED.has(kind))
    .flatMap((document) => namesOf(document))
    .map((name) => ({ name, near: likeness(typed, letterPairs(normalize(name))) }))
    .filter(({ near }) => near >= NEAR)
    .sort((one, other) => other.near - one.near)
    .slice(0, MOST)
    .map(({ name }) => name);
}
