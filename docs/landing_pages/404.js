"use strict";
// This page is shown at addresses of any depth: what stands before an edition's folder is the
// site's, and the reader's own language comes first.
{
  const found = location.pathname.match(/^(.*?\/)({{ tags | join("|") }})\//);
  if (found) {
    for (const link of document.querySelectorAll("a")) link.href = found[1] + link.dataset.page;
    document.querySelector("main").prepend(document.querySelector(`section[lang="${found[2]}"]`));
    document.documentElement.lang = found[2];
  }
}
