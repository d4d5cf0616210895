// What somebody types as units: words, and phrases that mean the same as others.
import { namesOf } from "./documents.js";
import { cut, isHan, isPhraseOfHan, meaningful, spaced, words } from "./words.js";

// Groups that share a word become one; the longest word is looked for first.
export function groupsOf(synonyms, documents, normalize) {
  const english = ({ anchor }) => anchor.replace("term-", "").replaceAll("-", " ");
  const terms = documents.filter(({ leadsTo }) => leadsTo);
  const given = [...synonyms, ...terms.map((term) => [...namesOf(term), english(term)])];
  const groups = [];
  for (const group of given.map((group) => group.map((word) => spaced(normalize(word))))) {
    const same = groups.filter((other) => group.some((word) => other.includes(word)));
    for (const other of same) groups.splice(groups.indexOf(other), 1);
    groups.push([...new Set([...group, ...same.flat()])]);
  }
  return groups
    .filter((group) => group.length > 1)
    .map((group) => group.sort((one, other) => other.length - one.length));
}

// Each unit is a list of alternatives, the typed one first: phrases, and their words.
export function unitsOf(normalized, groups, isPiece) {
  const units = [];
  const typedWords = words(normalized);
  let rest = ` ${spaced(normalized)} `;
  for (const group of groups) {
    for (const typed of group) {
      const pattern = isPhraseOfHan(typed) ? typed : ` ${typed} `;
      if (!rest.includes(pattern)) continue;
      rest = rest.replace(pattern, " | ");
      units.push(
        [typed, ...group.filter((other) => other !== typed)].map((phrase) => ({
          phrase,
          words: cut(words(phrase)),
        })),
      );
      break;
    }
  }
  const others = meaningful(rest, {
    mayBeEmpty: units.length > 0,
    isPiece: (word) => typedWords.includes(word) && isPiece(word),
  });
  const isLetter = (word) => isHan(word) && [...word].length === 1;
  const kept = cut(others).filter((word, _, all) => !isLetter(word) || all.length === 1);
  for (const word of kept) units.push([{ phrase: word, words: [word] }]);
  return units;
}
