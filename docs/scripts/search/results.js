// Show what was found below a search field.
import { excerpt, marked } from "./excerpt.js";

const MOST_HIGHLIGHTED = 6; // a whole message would colour the page
let lastPlace = 0;

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

// What stands below the title: the message that was pasted, or the text; neither twice.
function bodyOf({ document: found, message }) {
  const line = message && message !== found.title ? `${message} ` : "";
  return line + found.text;
}

// One hit: a link, where it is, and the words around the match.
export function item(hit, { root, chapter, normalize }) {
  const { document: found, terms } = hit;
  const title = marked(found.title, terms, normalize);
  const around = excerpt(bodyOf(hit), terms, normalize);
  const link = element("a", "", ...shown(title));
  const place = element("p", "path", path(found, chapter));
  place.id = `place-${(lastPlace += 1)}`;
  link.setAttribute("aria-describedby", place.id);
  const words = [...title, ...around].filter(({ marked }) => marked).map(({ text }) => text);
  const highlighted = [...new Set(words.map((word) => word.toLowerCase()))];
  const query =
    highlighted.length && highlighted.length <= MOST_HIGHLIGHTED
      ? `?${new URLSearchParams({ highlight: highlighted.join(" ") })}`
      : "";
  link.href = `${root}${found.page}.html${query}${found.anchor && `#${found.anchor}`}`;
  return element("li", "", link, place, element("p", "excerpt", ...shown(around)));
}
