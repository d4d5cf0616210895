// Cut text into the words by which a search looks it up: Latin words with their stems and parts,
// and Chinese, which has no spaces, into pairs of letters that stand side by side.
import { stemmer } from "../../_vendor/search/stemmer.js";

const HAN = "\\p{Script=Han}";
// Patterns of what a text is made of.
export const NUMBER = "\\d+(?:\\.\\d+)+";
export const HAN_RUN = `${HAN}+`;
export const LATIN = `(?:(?!${HAN})[\\p{L}\\p{N}_])+`;
const RUN = new RegExp(`${NUMBER}|${HAN_RUN}|${LATIN}`, "gu");
const HYPHENATED = /[a-z]+(?:-[a-z]+)+/g;
const IS_HAN = new RegExp(HAN, "u");
const PHRASE_OF_HAN = new RegExp(`^${HAN}.*${HAN}$`, "u");
// Words that say nothing of what somebody looks for.
const STOP = new Set(
  (
    "a an the is are was be to of in on at by for from with and or do does did how what why when " +
    "where which who i my me we you your it its this that there can could should would will not " +
    "no if so as but into about explain difference between purpose meaning mean example best " +
    "good please tell"
  ).split(" "),
);
const CHINESE_STOP = new RegExp(
  [
    ..."为什么 为何 怎么办 怎么样 怎么选 怎么 怎样 如何 有什么用 什么 哪里 哪个 哪些 请问".split(" "),
    ..."是否 是不是 有没有 能不能 能否 能用 可以 应该 一般 一个 多少 多大 合适 作用 区别 意思".split(" "),
    "[吗呢吧啊的了着是]",
  ].join("|"),
  "u",
);
const NOT = /n't\b|(?<=\b(?:does|do|did|is|was))nt\b/g;

export const saysNothing = (word) => STOP.has(word);
export const isHan = (text) => IS_HAN.test(text);
export const isPhraseOfHan = (text) => PHRASE_OF_HAN.test(text);

// What's written in another form of the same letter becomes one: full-width letters, capitals,
// traditional characters (each followed by the simplified one), typographic apostrophes.
export function normalizer(variants) {
  const simplified = new Map();
  for (let at = 0; at < variants.length; at += 2) simplified.set(variants[at], variants[at + 1]);
  const traditional = new RegExp(`[${[...simplified.keys()].join("")}]`, "gu");
  return (text) => {
    const powers = text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, "^$&");
    const plain = powers.normalize("NFKC").toLowerCase().replace(/[‘’]/g, "'");
    const whole = plain.replace(NOT, " not").replace(/(?<=\p{L})'(?=\p{L})/gu, "");
    return whole.replace(traditional, (letter) => simplified.get(letter));
  };
}

// Words of Latin letters, and runs of Chinese ones.
export const words = (normalized) => normalized.match(RUN) ?? [];

// The same with a space between them, whatever stood there.
export const spaced = (normalized) => words(normalized).join(" ");

export const stem = (word) => (/^[a-z]{4,}$/.test(word) ? stemmer(word) : word);

export function pairs(run) {
  const letters = [...run];
  return letters.length < 2
    ? letters
    : letters.slice(1).map((letter, index) => letters[index] + letter);
}

export const cut = (words) => words.flatMap((word) => (isHan(word) ? pairs(word) : [word]));

// Under these words a piece of text is found. A run's last letter is one, too, so that whoever
// types a single letter finds it wherever it begins a pair or ends a run.
export function indexed(normalized) {
  const joined = (normalized.match(HYPHENATED) ?? []).map((word) => word.replaceAll("-", ""));
  return [...words(normalized), ...joined].flatMap((word) => {
    if (isHan(word)) return [...pairs(word), [...word].at(-1)];
    const parts = word.includes("_") ? word.split("_").filter(Boolean) : [];
    return [...new Set([word, stem(word), ...parts, ...parts.map(stem)])];
  });
}

// What somebody types, without the words that say nothing, unless it says nothing else. A piece of
// a Chinese sentence stays whole: isPiece tells which is one.
export function meaningful(normalized, { mayBeEmpty = false, isPiece = () => false } = {}) {
  const kept = words(normalized)
    .flatMap((word) => (isHan(word) && !isPiece(word) ? word.split(CHINESE_STOP) : [word]))
    .filter((word) => word && !STOP.has(word));
  return kept.length || mayBeEmpty ? kept : words(normalized);
}
