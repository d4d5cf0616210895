// Show what was found below a search field.
import { excerpt, marked } from "./excerpt.js";

const MOST_HIGHLIGHTED = 6; // a whole message would colour the page

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

const shown = (pieces) =>
  pieces.map(({ text, marked }) => (marked ? element("mark", "", text) : text));

function path({ page, above }, chapter) {
  const number = /^chapters\/(\d+)/.exec(page)?.[1];
  return [...(number ? [chapter.replace("{n}", number)] : []), ...above].join(" › ");
}

// One hit: a link, where it is, and the words around the match.
export function item({ document: found, terms, hasMessage }, { root, chapter, normalize }) {
  const title = marked(found.title, terms, normalize);
  const around = excerpt(
    hasMessage ? found.messages.join(" ") : found.text,
    terms,
    normalize,
  );
  const link = element("a", "", ...shown(title));
  const words = [...title, ...around].filter(({ marked }) => marked).map(({ text }) => text);
  const highlighted = [...new Set(words.map((word) => word.toLowerCase()))];
  const query =
    highlighted.length && highlighted.length <= MOST_HIGHLIGHTED
      ? `?${new URLSearchParams({ highlight: highlighted.join(" ") })}`
      : "";
  link.href = `${root}${found.page}.html${query}${found.anchor && `#${found.anchor}`}`;
  return element(
    "li",
    "",
    link,
    element("p", "path", path(found, chapter)),
    element("p", "excerpt", ...shown(around)),
  );
}
