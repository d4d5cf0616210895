// Find the documents that have a word: how much it says of each, whether it's in the title, and
// under which words of the index each was found.
import MiniSearch from "../../_vendor/search/minisearch.js";
import { BEGINNING, FIELDS, SLIP, STEM, STEM_OF_KNOWN } from "./weights.js";
import { indexed, isHan, stem } from "./words.js";

const CONTENTS = {
  title: ({ title }) => title,
  above: ({ above }) => above.join(" "),
  text: ({ text, messages }) => [text, ...messages].join("\n"),
  code: ({ names }) => names,
};
const AS_TEXT = { title: 1, above: 1, text: 1, code: FIELDS.code };
const LETTERS_FOR_SLIP = 5;
const DOCUMENTS_AT_ONCE = 10; // the page stays responsive in between

export async function lookupIn(documents, normalize) {
  const index = new MiniSearch({
    fields: Object.keys(FIELDS),
    extractField: (document, field) =>
      field === "id" ? document.id : CONTENTS[field](document),
    tokenize: (text) => indexed(normalize(text)),
    processTerm: (term) => term,
    searchOptions: { tokenize: (text) => [text], processTerm: (term) => term, boost: FIELDS },
  });
  await index.addAllAsync(documents, { chunkSize: DOCUMENTS_AT_ONCE });

  const known = new Map();
  function look(word, options = {}) {
    const key = JSON.stringify([word, options]);
    if (!known.has(key)) {
      const results = index.search(word, options).map(({ id, score, match }) => {
        const inTitle = Object.values(match).some((fields) => fields.includes("title"));
        return [id, { score, inTitle, terms: Object.keys(match) }];
      });
      known.set(key, results);
    }
    return known.get(key);
  }

  function lookHan(pair) {
    if ([...pair].length > 1) return new Map(look(pair));
    const found = look(pair, { prefix: true }); // a single letter, at the beginning of pairs
    return new Map(found.map(([id, match]) => [id, { ...match, terms: [pair] }]));
  }

  // A Latin word as it stands, its stem, as a beginning, with a slip.
  function lookLatin(word, thorough) {
    const found = new Map(look(word));
    if (stem(word) !== word) {
      const others = found.size ? look(stem(word), { boost: AS_TEXT }) : look(stem(word));
      add(found, others, found.size ? STEM_OF_KNOWN : STEM);
    }
    if (!thorough && found.size) return found;
    if (word.length > 1) add(found, look(word, { prefix: true }), BEGINNING);
    if (!found.size && word.length >= LETTERS_FOR_SLIP) {
      add(found, look(word, { fuzzy: 1 }), SLIP);
      for (let at = 1; at < word.length && !found.size; at++) {
        const swapped = word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1);
        for (const form of new Set([swapped, stem(swapped)])) add(found, look(form), SLIP);
      }
    }
    return found;
  }

  // Documents that have all the words.
  return function lookAll(words, thorough) {
    const [first, ...others] = words.map((word) =>
      isHan(word) ? lookHan(word) : lookLatin(word, thorough),
    );
    const found = new Map();
    for (const [id, { score, inTitle, terms }] of first) {
      const rest = others.map((other) => other.get(id));
      if (!rest.every(Boolean)) continue;
      found.set(id, {
        score: rest.reduce((sum, other) => sum + other.score, score),
        inTitle: rest.every((other) => other.inTitle) && inTitle,
        terms: [...terms, ...rest.flatMap((other) => other.terms)],
      });
    }
    return found;
  };
}

export function add(found, others, weight) {
  for (const [id, { score, inTitle, terms }] of others) {
    const before = found.get(id);
    found.set(id, {
      score: Math.max(before?.score ?? 0, score * weight),
      inTitle: inTitle || (before?.inTitle ?? false),
      terms: before?.terms ?? terms, // a synonym isn't shown where the typed word stands
    });
  }
}
