// What somebody types as units: words, and phrases that mean the same as others.
import { namesOf } from "./documents.js";
import { cut, isPhraseOfHan, meaningful, words } from "./words.js";

// Groups that share a word become one; the longest word is looked for first.
export function groupsOf(synonyms, documents, normalize) {
  const english = ({ anchor }) => anchor.replace("term-", "").replaceAll("-", " ");
  const terms = documents.filter(({ leadsTo }) => leadsTo);
  const given = [...synonyms, ...terms.map((term) => [...namesOf(term), english(term)])];
  const groups = [];
  for (const group of given.map((group) => group.map((word) => words(normalize(word)).join(" ")))) {
    const same = groups.filter((other) => group.some((word) => other.includes(word)));
    for (const other of same) groups.splice(groups.indexOf(other), 1);
    groups.push([...new Set([...group, ...same.flat()])]);
  }
  return groups
    .filter((group) => group.length > 1)
    .map((group) => group.sort((one, other) => other.length - one.length));
}

// Each unit is a list of alternatives, the typed one first; each alternative is a list of words.
export function unitsOf(normalized, groups, isPiece) {
  const units = [];
  let rest = ` ${words(normalized).join(" ")} `;
  for (const group of groups) {
    for (const typed of group) {
      const pattern = isPhraseOfHan(typed) ? typed : ` ${typed} `;
      if (!rest.includes(pattern)) continue;
      rest = rest.replace(pattern, " | ");
      units.push([typed, ...group.filter((other) => other !== typed)].map((it) => cut(words(it))));
      break;
    }
  }
  const others = meaningful(rest, { mayBeEmpty: units.length > 0, isPiece });
  for (const word of cut(others)) units.push([[word]]);
  return units;
}
