// Chinese search in the browser: the other half of chinese_search.py, which says how it works
// and gives HAN, the letters by which both halves split. It follows Sphinx's searchtools.js.

// Sphinx asks for a stemmer of this name and has none.
function ChineseStemmer() {
  return new EnglishStemmer();
}

{
  const hanLetter = new RegExp(`[${HAN}]`, "u");
  const word = new RegExp(`[${HAN}]+|(?:(?![${HAN}])[\\p{L}\\p{N}_])+`, "gu");

  // As ChineseSearch.split does it.
  const split = (text) => text.normalize("NFKC").match(word) ?? [];

  // Words typed without a space between them: the longest pieces that the site has. A single
  // letter is no piece, for it means little and is found nearly everywhere.
  const cut = (typed, runs) => {
    // How far the longest piece from each letter reaches: never less far than from the letter
    // before, so that looking it up takes linear time.
    const reach = [];
    for (let start = 0, end = 0; start < typed.length; start++) {
      while (end < typed.length && runs.includes(typed.slice(start, end + 1))) end++;
      reach.push(end);
    }
    // Each rest of what was typed is cut once, the shortest first.
    const cuts = [...Array(typed.length).fill(null), []];
    for (let start = typed.length - 2; start >= 0; start--) {
      let end = reach[start];
      while (end > start + 1 && !cuts[end]) end--;
      if (end > start + 1) cuts[start] = [typed.slice(start, end), ...cuts[end]];
    }
    return cuts[0];
  };

  window.splitQuery = (query) => {
    const { terms, titleterms } = Search._index;
    const runs = Object.keys({ ...terms, ...titleterms }).join(" ");
    return split(query).flatMap((typed) =>
      hanLetter.test(typed) ? (cut(typed, runs) ?? [typed]) : [typed],
    );
  };

  // How many runs of each page hold the word.
  const count = (entries, word) => {
    const counts = new Map();
    for (const [run, pages] of entries)
      if (run.includes(word))
        for (const page of [pages].flat()) counts.set(page, (counts.get(page) ?? 0) + 1);
    return counts;
  };

  // A page titled by the word comes before one with a heading of it, then come those that use it,
  // the more often the earlier. A title that is just the word has Scorer.title and stays ahead.
  const searchHan = (word, text, headings) => {
    const { docnames, filenames, titles } = Search._index;
    const inText = count(text, word);
    const inHeadings = count(headings, word);
    return [...new Set([...inText.keys(), ...inHeadings.keys()])].map((page) => {
      const often = (inText.get(page) ?? 0) + (inHeadings.get(page) ?? 0);
      let score = Scorer.term;
      if (titles[page].includes(word)) score = Scorer.title - 1;
      else if (inHeadings.has(page)) score = Scorer.partialTitle;
      score += often / (often + 1);
      return [docnames[page], titles[page], "", null, score, filenames[page], SearchResultKind.text];
    });
  };

  // Sphinx joins words of one or two letters by "or"; here a page must have every word.
  const searchLatin = Search.performTermsSearch;
  Search.performTermsSearch = (words, excluded) => {
    const { terms, titleterms } = Search._index;
    const entries = [terms, titleterms].map(Object.entries); // slow, so once for all words
    const [first, ...others] = [...words].map((word) => {
      const found = hanLetter.test(word)
        ? searchHan(word, ...entries)
        : searchLatin(new Set([word]), excluded);
      return new Map(found.map((result) => [result[0], result]));
    });
    if (!first) return [];
    return [...first.values()]
      .filter(([docname]) => others.every((pages) => pages.has(docname)))
      .map((result) => {
        for (const pages of others) result[4] += pages.get(result[0])[4];
        return result;
      });
  };
}
