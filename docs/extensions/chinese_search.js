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
    if (typed === "") return [];
    for (let end = typed.length; end > 1; end--) {
      const rest = runs.includes(typed.slice(0, end)) && cut(typed.slice(end), runs);
      if (rest) return [typed.slice(0, end), ...rest];
    }
    return null;
  };

  window.splitQuery = (query) => {
    const { terms, titleterms } = Search._index;
    const runs = Object.keys({ ...terms, ...titleterms }).join(" ");
    return split(query).flatMap((typed) =>
      hanLetter.test(typed) ? (cut(typed, runs) ?? [typed]) : [typed],
    );
  };

  // How many runs of each page hold the word.
  const count = (terms, word) => {
    const counts = new Map();
    for (const [run, pages] of Object.entries(terms))
      if (run.includes(word))
        for (const page of [pages].flat()) counts.set(page, (counts.get(page) ?? 0) + 1);
    return counts;
  };

  // A page titled by the word comes before one with a heading of it, then come those that use it,
  // the more often the earlier. A title that is just the word has Scorer.title and stays ahead.
  const searchHan = (word) => {
    const { docnames, filenames, titles, terms, titleterms } = Search._index;
    const inText = count(terms, word);
    const inHeadings = count(titleterms, word);
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
    const [first, ...others] = [...words].map((word) => {
      const found = hanLetter.test(word) ? searchHan(word) : searchLatin(new Set([word]), excluded);
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
