// A term's definition in a box beside it, which Bootstrap places. It goes when a reader turns to
// something else, or by Escape.
"use strict";

{
  let shown, waiting, dismissed;
  const isOfShown = (element) => shown.term.contains(element) || shown.box.contains(element);

  function hide() {
    shown?.popover.hide();
    shown?.popover.dispose();
    shown = undefined;
  }

  function contentOf(term) {
    const content = document.createElement("div");
    content.innerHTML = glossaryData.definitions[decodeURIComponent(term.hash.slice(1))];
    for (const link of content.querySelectorAll("a")) {
      link.href = new URL(link.getAttribute("href"), term.href); // they start from the glossary
    }
    const link = document.createElement("a");
    link.href = term.href;
    link.textContent = glossaryData.link;
    content.append(link);
    return content;
  }

  function show(term) {
    if (shown?.term === term) return;
    hide();
    const popover = new bootstrap.Popover(term, {
      animation: false,
      content: contentOf(term),
      html: true,
      offset: [0, 4],
      placement: "top",
      popperConfig: ({ modifiers, ...config }) => ({
        ...config,
        modifiers: [...modifiers, { name: "preventOverflow", options: { padding: 8 } }],
        strategy: "fixed", // so that no table cuts it off
      }),
      template: '<div class="definition"><div class="popover-body"></div></div>',
      trigger: "manual",
    });
    const place = () => {
      const box = document.getElementById(term.getAttribute("aria-describedby"));
      term.after(box); // so that the next Tab gets to the links in it
      shown = { term, box, popover };
    };
    term.addEventListener("inserted.bs.popover", place, { once: true });
    popover.show();
  }

  // terms.js calls it for each term that a pointer, the keyboard or a finger comes to.
  window.turnTo = (term, { type, pointerType }) => {
    clearTimeout(waiting);
    if (type === "click") show(term);
    else if (type === "pointerover") {
      const isThere = () => term.matches(":hover") && show(term);
      if (pointerType !== "touch") waiting = setTimeout(isThere, 150);
    } else if (term.matches(":focus-visible") && term !== dismissed) show(term);
  };

  addEventListener("pointerover", ({ target, pointerType }) => {
    if (!shown || pointerType === "touch" || isOfShown(document.activeElement)) return;
    clearTimeout(waiting);
    if (!isOfShown(target)) waiting = setTimeout(hide, 300); // time to get into the box
  });
  for (const kind of ["pointerdown", "focusin"]) {
    addEventListener(kind, ({ target }) => {
      if (shown && !isOfShown(target)) hide();
    });
  }
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !shown) return;
    if (shown.box.contains(document.activeElement)) {
      dismissed = shown.term;
      dismissed.focus();
    }
    hide();
    setTimeout(() => (dismissed = undefined));
  });
}
