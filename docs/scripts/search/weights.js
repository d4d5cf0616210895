// What counts how much, found by trying: tests/site/search_queries says what must come first.

// How readily a reader is sent to each kind of page.
export const KINDS = {
  ...{ chapters: 1.4, glossary: 1.2, help: 1.2, install: 1.2, playground: 1, beyond: 1 },
  ...{ rosetta: 1, conclusion: 0.9, speed: 0.9, article: 0.8, about: 0.7, index: 0.5 },
  ...{ errata: 0.35, changelog: 0.3, reference: 0.25 },
};

// Parts of pages.
export const FIELDS = { title: 6, above: 1.5, text: 1, code: 0.5 };
export const PAGE = 1.1;
export const EXERCISE = 0.6;
export const HEADING_ONLY = 0.3;
export const NEXT_OF_PAGE = 0.75; // each further piece of the same page

// A title.
export const NAMED = 6; // it is what was typed
export const NAMED_IN_OTHER_FORM = 4;
export const TERM = 1.5; // the same in the glossary
export const TITLED = 3; // it has what was typed, among other words
export const WHY = 1.25; // it asks why, too

// Forms of a typed word.
export const STEM = 0.9;
export const STEM_OF_KNOWN = 0.25; // where the word itself is known
export const BEGINNING = 0.6;
export const SLIP = 0.5;
export const SYNONYM = 0.8;
export const DOTTED_NAME = 1.6; // theano.function stands there as typed

// A rare word doesn't count more than this, by its logarithm, in how much a piece has of a query.
export const MOST_OF_WORD = 3;

// A message, which only the help page is about.
export const MESSAGE_ELSEWHERE = 0.3;

// What is left out.
export const LEAST_OF_QUERY = 0.4; // that a piece must have
export const MOST_HITS = 50;
