// The pieces of the site's pages, as extensions/search/documents.py has written them.

function documentOf(page, pageTitle, piece) {
  const [anchor, title, above = [], text = "", messages = "", leadsTo = "", names = ""] = piece;
  return {
    page,
    kind: page.split("/")[0],
    anchor,
    address: `${page}.html${anchor && `#${anchor}`}`,
    title,
    above: anchor ? [pageTitle, ...above] : [],
    text,
    messages: messages ? messages.split("\n") : [],
    leadsTo,
    names,
  };
}

export function documentsOf(pages) {
  return Object.entries(pages)
    .flatMap(([page, pieces]) => pieces.map((piece) => documentOf(page, pieces[0][1], piece)))
    .map((document, id) => ({ ...document, id }));
}

export const isExercise = ({ anchor }) => anchor.startsWith("exercise-");

// A term of the glossary may have several names; an exercise has only its first sentence.
export function namesOf(document) {
  if (isExercise(document)) return [];
  return document.kind === "glossary" ? document.title.split(/[,，、]\s*/) : [document.title];
}
