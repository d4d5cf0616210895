// Load the script of each live figure as it comes near the view; once a script is there, it shows
// all figures of its kind.
(() => {
  "use strict";
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        const { script } = target.querySelector("[data-script]").dataset;
        if (document.querySelector(`script[src="${script}"]`)) continue;
        const element = document.createElement("script");
        element.src = script;
        document.head.append(element);
      }
    },
    { rootMargin: "400px" },
  );
  for (const figure of document.querySelectorAll(".live-figure")) observer.observe(figure);
})();
