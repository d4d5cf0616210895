// For each document that has some of the units that were typed: what they say of it, how much of
// what was typed it has, how many of the units are in its title, and under which words it's found.
import { add } from "./lookup.js";
import { MOST_OF_WORD, SYNONYM } from "./weights.js";
import { isHan, saysNothing } from "./words.js";

export const MANY_UNITS = 12; // a message or a long question, whose words stand as they are

export function matchesOf(units, lookAll, phrases) {
  const found = new Map();
  let whole = 0;
  let known = 0;
  for (const [typed, ...others] of units) {
    const scores = lookAll(typed.words, units.length <= MANY_UNITS);
    for (const { phrase, words } of others) {
      const found = [...lookAll(words, false)].filter(([id]) => phrases[id].includes(phrase));
      add(scores, found, SYNONYM);
    }
    // A pair of letters that stand at the end of one Chinese word and the beginning of the next.
    if (!scores.size && isHan(typed.phrase) && units.length > 1) continue;
    const weight = Math.min(MOST_OF_WORD, Math.log(1 + phrases.length / (scores.size || 1)));
    whole += weight;
    known += 1;
    for (const [id, { score, inTitle, terms }] of scores) {
      const match = found.get(id) ?? { score: 0, weight: 0, titled: 0, terms: new Set() };
      match.score += score;
      match.weight += weight;
      match.titled += inTitle;
      for (const term of terms) if (!saysNothing(term)) match.terms.add(term);
      found.set(id, match);
    }
  }
  for (const match of found.values()) {
    match.coverage = match.weight / whole;
    match.known = known;
  }
  return found;
}
