// Readers mark chapters as done. The marks stay in their browser, one for all languages, and show
// on cards and in the navigation beside the page.
"use strict";

{
  const { done: word } = document.currentScript.dataset;
  const root = new URL(document.documentElement.dataset.content_root, location).pathname;
  const key = (page) => `done:${page}`;

  // A browser that keeps nothing has no marks, and gets no button.
  const store = (() => {
    try {
      localStorage.getItem("");
      return localStorage;
    } catch {
      return null;
    }
  })();

  const sign = (shown) => {
    const mark = document.createElement("span");
    mark.className = "done";
    const text = document.createElement("span");
    text.textContent = word;
    text.className = shown ? "" : "visually-hidden";
    mark.append("✓ ", text);
    return mark;
  };

  const show = () => {
    for (const link of document.querySelectorAll(".bd-links a, .sd-card a.sd-stretched-link")) {
      const page = link.pathname.slice(root.length).replace(/\.html$/, "");
      const footer = link.closest(".sd-card")?.querySelector(".sd-card-footer > *");
      const place = footer ?? link;
      place.querySelector(".done")?.remove();
      if (store.getItem(key(page))) place.append(sign(footer));
    }
    const end = document.querySelector(".done-mark");
    if (!end) return;
    const isDone = store.getItem(key(end.dataset.page));
    const [status, button] = end.children;
    button.dataset.mark ??= button.textContent;
    status.replaceChildren(...(isDone ? [sign(true)] : []));
    button.textContent = isDone ? button.dataset.undo : button.dataset.mark;
    end.hidden = false;
  };

  const toggle = () => {
    const name = key(document.querySelector(".done-mark").dataset.page);
    try {
      if (store.getItem(name)) store.removeItem(name);
      else store.setItem(name, "1");
    } catch {
      // No room left: nothing is marked.
    }
    show();
  };

  if (store) {
    document.querySelector(".done-mark button")?.addEventListener("click", toggle);
    // Another tab may have changed them, or a page before to which a reader goes back.
    for (const event of ["pageshow", "storage"]) addEventListener(event, show);
    show();
  }
}
