// Load the search, which is large, when a reader turns to it.
"use strict";

{
  const { version } = document.currentScript.dataset;
  const address = (name) =>
    `${document.documentElement.dataset.content_root}_static/${name}?v=${version}`;
  let isLoaded = false;

  const load = () => {
    if (isLoaded) return;
    isLoaded = true;
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = address("search.css");
    document.head.append(style);
    for (const name of ["search/documents.js", "search/search.js"]) {
      const script = document.createElement("script");
      script.src = address(name);
      script.async = false; // one after the other
      document.head.append(script);
    }
  };

  for (const form of document.querySelectorAll("form.bd-search")) {
    form.addEventListener("focusin", load);
    if (!form.closest("dialog")) load(); // the search page
  }
}
