// For each document that has some of the units that were typed: what they say of it, how much of
// what was typed it has, how many of the units are in its title, and under which words it's found.
import { add } from "./lookup.js";
import { MOST_OF_WORD, SYNONYM } from "./weights.js";
import { isHan } from "./words.js";

const MANY_UNITS = 12; // a message or a long question, whose words stand as they are

export function matchesOf(units, lookAll, size) {
  const found = new Map();
  let whole = 0;
  let known = 0;
  for (const [typed, ...others] of units) {
    const scores = lookAll(typed, units.length <= MANY_UNITS);
    for (const other of others) add(scores, lookAll(other, false), SYNONYM);
    if (!scores.size && isHan(typed[0]) && units.length > 1) continue; // a pair across two words
    const weight = Math.min(MOST_OF_WORD, Math.log(1 + size / (scores.size || 1)));
    whole += weight;
    known += 1;
    for (const [id, { score, inTitle, terms }] of scores) {
      const match = found.get(id) ?? { score: 0, weight: 0, titled: 0, terms: new Set() };
      match.score += score;
      match.weight += weight;
      match.titled += inTitle;
      for (const term of terms) match.terms.add(term);
      found.set(id, match);
    }
  }
  for (const match of found.values()) {
    match.coverage = match.weight / whole;
    match.known = known;
  }
  return found;
}
