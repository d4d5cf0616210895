// Find the pieces of the site's pages that answer what a reader types.
import { documentsOf } from "./documents.js";
import { lookupIn } from "./lookup.js";
import { MANY_UNITS, matchesOf } from "./matches.js";
import { messagesIn } from "./messages.js";
import { nearest } from "./nearest.js";
import { inOrder, rankingOf } from "./ranking.js";
import { groupsOf, unitsOf } from "./synonyms.js";
import { LEAST_OF_QUERY, MESSAGE_ELSEWHERE, MOST_HITS } from "./weights.js";
import { normalizer, spaced } from "./words.js";

// What may be a piece of a sentence: four letters of Chinese, three words.
const SENTENCE = /\p{Script=Han}{4}|\S \S+ \S/u;
const QUESTION = /什么|怎|如何|哪|\b(?:what|how|which|where|who)\b/;
const HAN_OF_SENTENCE = 4;
const FEW = 3; // pieces that have the same sentence

export async function engine({ pages, synonyms, variants }) {
  const normalize = normalizer(variants);
  const documents = documentsOf(pages);
  const texts = documents.map(({ title, text, names }) =>
    normalize([title, text, names].join(" ")),
  );
  const phrases = texts.map(spaced);
  const groups = groupsOf(synonyms, documents, normalize);
  const textOf = (id) => texts[id];
  const { titlesFor, isNamed, valueOf } = rankingOf(documents, normalize, textOf, groups);
  const findMessages = messagesIn(documents, normalize);
  const lookAll = await lookupIn(documents, normalize);

  const isPiece = (run) =>
    run.length >= HAN_OF_SENTENCE && texts.some((text) => text.includes(run));

  // The documents that have a sentence word for word, if they are few.
  function wordForWord(normalized) {
    if (!SENTENCE.test(normalized)) return [];
    const found = documents.filter(
      ({ id, kind }) => kind !== "changelog" && texts[id].includes(normalized),
    );
    return found.length <= FEW ? found : [];
  }

  // The hits, best first: documents, and the words of the index by which each was found.
  function search(query) {
    const normalized = normalize(query.trim());
    const units = unitsOf(normalized, groups, isPiece);
    const matches = matchesOf(units, lookAll, phrases);
    const best = Math.max(0, ...[...matches.values()].map(({ coverage }) => coverage));
    const titles = titlesFor(normalized);
    const hits = new Map();
    for (const [id, match] of matches)
      if (
        match.coverage >= Math.min(LEAST_OF_QUERY, best) &&
        (units.length <= MANY_UNITS || documents[id].kind !== "changelog")
      )
        hits.set(id, {
          document: documents[id],
          value: valueOf(id, match, titles),
          terms: match.terms,
        });
    const highest = Math.max(1, ...[...hits.values()].map(({ value }) => value));
    const raise = (document, share) => {
      const terms = matches.get(document.id)?.terms ?? new Set();
      const hit = hits.get(document.id) ?? { document, value: 0, terms };
      hit.value += highest * share;
      hits.set(document.id, hit);
      return hit;
    };
    // A question about a term is answered by its entry rather than by a sentence.
    const named = [...hits.keys()].some((id) => isNamed(id, titles));
    if (!named || !QUESTION.test(normalized))
      for (const document of wordForWord(normalized)) raise(document, 1);
    for (const [id, { value, message }] of findMessages(normalized)) {
      const document = documents[id];
      const share = document.kind === "help" ? 1 : MESSAGE_ELSEWHERE;
      raise(document, value * share).message = message;
    }
    return inOrder([...hits.values()], documents).slice(0, MOST_HITS);
  }

  return { search, nearest: (query) => nearest(normalize(query), documents, normalize), normalize };
}
