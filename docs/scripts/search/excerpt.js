// The part of a text that shows best why it was found, cut into pieces that are marked or not.
import { HAN_RUN, indexed, isHan, LATIN, NUMBER } from "./words.js";

const HAN = new RegExp(HAN_RUN, "gu");
const WORD = new RegExp(`${NUMBER}|${LATIN}(?:['’]${LATIN})*`, "gu"); // isn't is one word here
const LETTERS = { latin: 170, han: 90 };
const BEFORE = 0.25; // of the excerpt

// Where the words of the index stand in a text: beginning and end.
export function marksIn(text, terms, normalize) {
  const marks = [];
  for (const { 0: word, index } of text.matchAll(WORD))
    if (indexed(normalize(word)).some((form) => terms.has(form)))
      marks.push([index, index + word.length]);
  const pieces = [...terms].filter(isHan);
  for (const { 0: run, index } of text.matchAll(HAN)) {
    const plain = normalize(run); // letter by letter
    for (const piece of pieces)
      for (let at = plain.indexOf(piece); at >= 0; at = plain.indexOf(piece, at + 1))
        marks.push([index + at, index + at + piece.length]);
  }
  marks.sort(([one], [other]) => one - other);
  const joined = [];
  for (const [start, end] of marks) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  // Where the whole of a Chinese word is marked, a part of it elsewhere isn't.
  const found = joined.map(([start, end]) => text.slice(start, end));
  const isPart = (text) => isHan(text) && found.some((it) => it !== text && it.includes(text));
  return joined.filter((_, index) => !isPart(found[index]));
}

function split(text, marks, from, to) {
  const pieces = [];
  let at = from;
  for (const [start, end] of marks) {
    if (end <= from || start >= to) continue;
    pieces.push({ text: text.slice(at, start) }, { text: text.slice(start, end), marked: true });
    at = end;
  }
  return [...pieces, { text: text.slice(at, Math.max(at, to)) }].filter(({ text }) => text);
}

export const marked = (text, terms, normalize) =>
  split(text, marksIn(text, terms, normalize), 0, text.length);

// The beginning of the next word, or the end of the last one, within a few letters.
const BREAK = "\\s，。；：？！、·";
const TO_NEXT = new RegExp(`^[^${BREAK}]{0,40}[${BREAK}]+`, "u");
const FROM_LAST = new RegExp(`[${BREAK}]*[^${BREAK}]{0,40}$`, "u");

// The mark from which most different words are near.
function richest(marks, words, letters) {
  let [best, most] = [[0, 0], 0];
  for (const [first, mark] of marks.entries()) {
    const near = words.filter((_, at) => at >= first && marks[at][0] < mark[0] + letters);
    const variety = new Set(near).size;
    if (variety > most) [best, most] = [mark, variety];
  }
  return best;
}

export function excerpt(text, terms, normalize) {
  const line = text.replace(/(?<![.:?!。：？！])\n/g, " · ").replace(/\s+/g, " ");
  const letters = isHan(line.slice(0, 400)) ? LETTERS.han : LETTERS.latin;
  const marks = marksIn(line, terms, normalize);
  const best = richest(marks, marks.map(([at, end]) => normalize(line.slice(at, end))), letters);
  let from = Math.max(0, Math.min(best[0] - Math.round(BEFORE * letters), line.length - letters));
  let to = Math.min(line.length, from + letters);
  if (from > 0) from += TO_NEXT.exec(line.slice(from))?.[0].length ?? 0;
  if (to < line.length) to -= FROM_LAST.exec(line.slice(from, to))[0].length;
  from = Math.min(from, best[0]);
  to = Math.max(to, best[1]);
  const pieces = split(line, marks, from, to);
  if (from > 0) pieces.unshift({ text: "… " });
  if (to < line.length) pieces.push({ text: " …" });
  return pieces;
}
