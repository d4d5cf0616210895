// The pieces of the site's pages, as extensions/search/documents.py has written them.

const EXERCISES = "try-it-yourself"; // the address of the section that they are in

function documentOf(page, pieces, piece) {
  const titleOf = (anchor) => pieces.find((other) => other[0] === anchor)?.[1];
  const [anchor, title, above = [], text = "", messages = "", leadsTo = "", names = ""] = piece;
  return {
    page,
    kind: page.split("/")[0],
    anchor,
    address: `${page}.html${anchor && `#${anchor}`}`,
    title,
    above: anchor ? [titleOf(""), ...above] : [],
    isExercise: above.includes(titleOf(EXERCISES)),
    text,
    messages: messages ? messages.split("\n") : [],
    leadsTo,
    names,
  };
}

export function documentsOf(pages) {
  return Object.entries(pages)
    .flatMap(([page, pieces]) => pieces.map((piece) => documentOf(page, pieces, piece)))
    .map((document, id) => ({ ...document, id }));
}

// A term of the glossary may have several names.
export const namesOf = ({ kind, title }) =>
  kind === "glossary" ? title.split(/[,，、]\s*/) : [title];
