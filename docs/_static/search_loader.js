// Load the search, which is large, when a reader turns to it; say so until it is there.
"use strict";

{
  const { version } = document.currentScript.dataset;
  const address = (name) =>
    `${document.documentElement.dataset.content_root}_static/${name}?v=${version}`;
  const places = [...document.querySelectorAll("form.bd-search")].map((form) => {
    const place = form.closest("dialog, .bd-search-container");
    return { place, input: form.querySelector("input"), ...findResults(place) };
  });
  let isLoaded = false;
  let state = "loading";

  function findResults(place) {
    const results = place.querySelector(".search-results");
    return { results, statuses: results.querySelectorAll(".status, [role=status]") };
  }

  function say() {
    for (const { input, results, statuses } of places) {
      if (results.dataset.query !== undefined) continue; // it is there, and speaks for itself
      for (const status of statuses) status.textContent = input.value && results.dataset[state];
      results.querySelector(".nothing").hidden = state !== "failed" || !input.value;
    }
  }

  function fail() {
    state = "failed";
    say();
  }

  function load() {
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
      script.onerror = fail;
      document.head.append(script);
    }
    say();
  }

  for (const { place, input } of places) {
    input.addEventListener("focus", load);
    input.addEventListener("input", say);
    if (place.matches("dialog")) continue;
    const typed = new URLSearchParams(location.search).get("q") ?? "";
    input.value ||= typed.replace(/\s+/g, " ");
    load();
  }
}
