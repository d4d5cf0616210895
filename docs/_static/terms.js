// Load what shows a term's definition when a reader turns to the first term.
"use strict";

{
  const root = `${document.documentElement.dataset.content_root}_static/`;
  let loading;

  function load(name) {
    if (document.querySelector(`[href*="${name}"]`)) return; // KaTeX's, with a version
    const isStyle = name.endsWith("css");
    const file = document.createElement(isStyle ? "link" : "script");
    file.rel = "stylesheet";
    file[isStyle ? "href" : "src"] = root + name;
    document.head.append(file);
    return new Promise((resolve, reject) => {
      file.onload = resolve;
      file.onerror = reject;
    });
  }

  for (const kind of ["pointerover", "focusin", "click"]) {
    addEventListener(kind, async (event) => {
      const term = event.target.closest?.("a:has(> .std-term):not(.definition a)");
      // A finger can't hover: its first tap shows the definition, the next follows the link.
      const isTap = kind === "click" && event.pointerType === "touch";
      if (!term || (isTap ? term.matches("[aria-describedby]") : kind === "click")) return;
      if (isTap) event.preventDefault();
      try {
        const files = ["glossary.js", "definitions.js", "definitions.css", "katex/katex.min.css"];
        await (loading ??= Promise.all(files.map(load)));
        turnTo(term, event);
      } catch {
        if (isTap) location = term.href;
      }
    });
  }
}
