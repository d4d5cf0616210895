// "On this page" marks the section that is read: the last whose heading is above a line, which
// stands in the upper part of the window, and moves to its bottom as the page comes to its end.
"use strict";

{
  const entries = [...document.querySelectorAll("#on-this-page .toc-entry")].map((item) => {
    const link = item.querySelector("a");
    const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return { item, link, heading: section.querySelector("h1, h2, h3, h4, h5, h6") ?? section };
  });

  const mark = () => {
    const remaining = document.documentElement.scrollHeight - innerHeight - scrollY;
    const line = Math.max(0.3 * innerHeight, innerHeight - remaining);
    const top = ({ heading }) => heading.getBoundingClientRect().top;
    let read = entries.findLast((entry) => top(entry) <= line);
    // A section that was asked for comes first while its heading is in sight.
    const asked = entries.find(({ link }) => link.hash === location.hash);
    if (asked && top(asked) >= 0 && top(asked) <= line) read = asked;
    for (const { item, link } of entries) {
      link.classList.toggle("active", link === read?.link);
      if (link === read?.link) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      item.classList.toggle("active", item.contains(read?.link ?? null));
    }
  };

  if (entries.length) {
    for (const event of ["scroll", "resize", "hashchange"]) addEventListener(event, mark);
    mark();
  }
}
