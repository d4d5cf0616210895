// The pieces of the site's pages, as extensions/search/documents.py has written them.

export function documentsOf(pages) {
  return Object.entries(pages)
    .flatMap(([page, pieces]) =>
      pieces.map(([anchor, title, above = [], text = "", messages = "", leadsTo = "", names = ""]) => ({
        page,
        kind: page.split("/")[0],
        anchor,
        address: `${page}.html${anchor && `#${anchor}`}`,
        title,
        above: anchor ? [pieces[0][1], ...above] : [],
        text,
        messages: messages ? messages.split("\n") : [],
        leadsTo,
        names,
      })),
    )
    .map((document, id) => ({ ...document, id }));
}

// A term of the glossary may have several names.
export const namesOf = ({ kind, title }) =>
  kind === "glossary" ? title.split(/[,，、]\s*/) : [title];
