// Readers mark chapters as done. The marks stay in their browser, one for all languages, and show
// on cards and in the navigation beside the page.
"use strict";

{
  const text = `✓ ${document.currentScript.dataset.done}`;
  const root = new URL(document.documentElement.dataset.content_root, location).pathname;
  const end = document.querySelector(".done-mark");
  const [status, button] = end?.children ?? [];
  let store;
  try {
    store = localStorage;
  } catch {
    // A browser that keeps nothing has no marks, and gets no button.
  }

  const put = (place, page) => {
    const isDone = store.getItem(`done:${page}`) !== null;
    place.querySelector(".done")?.remove();
    if (isDone) {
      const mark = document.createElement("span");
      mark.className = "done";
      mark.textContent = text;
      place.append(mark);
    }
    return isDone;
  };

  const show = () => {
    for (const link of document.querySelectorAll(".bd-links a, .sd-card > a")) {
      const place = link.parentElement.querySelector(".sd-card-footer p") ?? link;
      put(place, link.pathname.slice(root.length).replace(/\.html$/, ""));
    }
    if (!end) return;
    const { mark, undo } = button.dataset;
    button.textContent = put(status, end.dataset.page) ? undo : mark;
    end.hidden = false;
  };

  const toggle = () => {
    const key = `done:${end.dataset.page}`;
    try {
      if (store.getItem(key) === null) store.setItem(key, "");
      else store.removeItem(key);
    } catch {
      // No room is left: nothing is marked.
    }
    show();
  };

  if (store) {
    button?.addEventListener("click", toggle);
    // Another tab may have changed them, or a page before to which a reader goes back.
    for (const event of ["pageshow", "storage"]) addEventListener(event, show);
    show();
  }
}
