// Say how well a piece answers what was typed.
import { namesOf } from "./documents.js";
import * as weights from "./weights.js";
import { cut, meaningful, spaced, stem } from "./words.js";

const DOTTED = /[\p{L}_]\w*(?:\.\w+)+/gu; // theano.function
const WHY = /\bwhy\b|为什么/;
const SEPARATE_PIECES = new Set(["glossary", "help", "errata", "reference"]);

export function rankingOf(documents, normalize, textOf, groups) {
  const titles = documents.map((document) =>
    namesOf(document).map((name) => spaced(normalize(name))),
  );
  const lengths = titles.map((names) => names.map((name) => cut(meaningful(name)).length));
  const stems = (title) => title.split(" ").map(stem).join(" ");

  // How much of the title that comes nearest so many words are.
  const likeness = (id, count) =>
    Math.max(0, ...lengths[id].map((length) => Math.min(count / length, length / count)));

  // What was typed as titles may have it: without what says nothing, as what means the same.
  function titlesFor(normalized) {
    const typed = meaningful(normalized).join(" ");
    const forms = [spaced(normalized), typed];
    const same = groups.filter((group) => forms.some((form) => group.includes(form)));
    return {
      stems: stems(typed),
      wanted: new Set([...forms, ...same.flat()]),
      dotted: normalized.match(DOTTED) ?? [],
      why: WHY.exec(normalized)?.[0],
    };
  }

  const isNamed = (id, typed) => titles[id].some((title) => typed.wanted.has(title));

  function valueOf(id, { score, coverage, titled, known }, typed) {
    const { kind, anchor, text, isExercise } = documents[id];
    const named = isNamed(id, typed);
    const isForm = titles[id].some((title) => stems(title) === typed.stems);
    const isAll = named || isForm || (titled === known && likeness(id, known) === 1);
    let value = score * coverage ** 2 * (weights.KINDS[kind] ?? 1);
    if (!anchor) value *= weights.PAGE;
    if (isExercise) value *= weights.EXERCISE;
    if (!text) value *= weights.HEADING_ONLY;
    if (titled) value *= 1 + ((weights.TITLED * titled) / known) * likeness(id, titled);
    if (named) value *= weights.NAMED;
    else if (isForm) value *= weights.NAMED_IN_OTHER_FORM;
    if (isAll && kind === "glossary") value *= weights.TERM;
    if (typed.why && titles[id].some((title) => title.includes(typed.why))) value *= weights.WHY;
    for (const name of typed.dotted)
      if (textOf(id).includes(name)) value *= weights.DOTTED_NAME;
    return value;
  }

  return { titlesFor, isNamed, valueOf };
}

// Put hits in order. A term comes with the page that introduces it; and of a long page one piece
// after another would hide what other pages have.
export function inOrder(hits, documents) {
  const sort = () => hits.sort((one, other) => other.value - one.value);
  const [first] = sort();
  if (first?.document.kind === "glossary") {
    const isThere = ({ page }) => `${page}.html` === first.document.leadsTo;
    let introduction = hits.find(({ document }) => isThere(document));
    if (!introduction && documents.some(isThere))
      hits.push((introduction = { ...first, document: documents.find(isThere), value: 0 }));
    if (introduction) introduction.value = Math.max(introduction.value, first.value * 0.99);
  }
  const before = new Map();
  for (const hit of sort()) {
    const { page, kind } = hit.document;
    if (SEPARATE_PIECES.has(kind)) continue;
    hit.value *= weights.NEXT_OF_PAGE ** (before.get(page) ?? 0);
    before.set(page, (before.get(page) ?? 0) + 1);
  }
  return sort();
}
