// The link to the other language takes along the place in the page and what was searched for,
// and the front door remembers who has followed it.
"use strict";

for (const link of document.querySelectorAll(".edition-switch")) {
  const page = link.href;
  const follow = () => {
    const words = new URLSearchParams(location.search).get("q");
    link.href = page + (words ? "?" + new URLSearchParams({ q: words }) : "") + location.hash;
  };
  follow();
  addEventListener("hashchange", follow);
  for (const sign of ["pointerdown", "focus"]) link.addEventListener(sign, follow); // no event else
  link.addEventListener("click", () => {
    try {
      localStorage.setItem("edition", link.hreflang);
    } catch {
      // A browser that keeps nothing remembers nothing.
    }
  });
}
