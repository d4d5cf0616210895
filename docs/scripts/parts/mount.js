// Bring every live figure of a kind to life, in place of its picture.

export function mount(kind, build) {
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) target.classList.add("is-seen"); // and what can be moved says so
    },
    { threshold: 0.5 },
  );
  for (const figure of document.querySelectorAll(`.live-figure[data-kind="${kind}"]:not(.is-live)`)) {
    const box = figure.querySelector(".live");
    box.hidden = false; // so that what it holds can be measured
    build(box);
    figure.classList.add("is-live");
    seen.observe(figure);
  }
}

// Call when the page's colours change: paper is always light.
export function onRecolour(call) {
  new MutationObserver(call).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("print").addEventListener("change", call);
}
