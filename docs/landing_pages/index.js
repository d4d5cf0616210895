"use strict";
// The edition that was chosen before, or the first of the reader's languages that there is.
(() => {
  const editions = {{ tags | tojson }};
  let wanted = [...(navigator.languages ?? [])];
  try {
    wanted.unshift(localStorage.getItem("edition") ?? "");
  } catch {
    // Without a memory the browser's languages decide.
  }
  // Not every browser's tag is a valid one: C, en-US@posix, zh_CN.UTF-8.
  const plain = (tag) => String(tag).toLowerCase().replace("_", "-").replace(/[^a-z-].*/, "");
  const base = (tag) => plain(tag).split("-")[0];
  const matches = wanted.map(
    (tag) =>
      editions.find((edition) => plain(edition) === plain(tag)) ??
      editions.find((edition) => base(edition) === base(tag)),
  );
  const edition = matches.find(Boolean) ?? editions[0];
  location.replace(edition + "/index.html" + location.search + location.hash);
})();
