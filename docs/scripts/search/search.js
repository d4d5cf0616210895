// The search fields: results while one types, by keyboard as well, announced to screen readers.
import { engine } from "./engine.js";
import { item } from "./results.js";

const IN_DIALOG = 8;
const ready = engine(window.searchData);

for (const form of document.querySelectorAll("form.bd-search")) {
  const input = form.querySelector("input");
  const results = form.parentElement.querySelector(".search-results");
  const list = results.querySelector("ol");
  const status = results.querySelector("[role=status]");
  const nothing = results.querySelector(".nothing");
  const all = results.querySelector(".all");
  const dialog = form.closest("dialog");
  const root = document.documentElement.dataset.content_root;
  const { one, many, none, chapter, loading } = results.dataset;
  const pageOf = (query) => `${root}search.html?${new URLSearchParams({ q: query })}`;
  let latest = 0;

  async function show(query) {
    const number = ++latest;
    if (!query.trim()) {
      results.hidden = true;
      return;
    }
    results.hidden = false;
    if (!list.children.length) status.textContent = loading;
    const { search, nearest, normalize } = await ready;
    if (number !== latest) return; // something else has been typed meanwhile
    const hits = search(query);
    const most = dialog ? IN_DIALOG : hits.length;
    list.replaceChildren(
      ...hits.slice(0, most).map((hit) => item(hit, { root, chapter, normalize })),
    );
    status.textContent = (hits.length ? (hits.length === 1 ? one : many) : none)
      .replace("{n}", hits.length)
      .replace("{q}", query.trim());
    nothing.hidden = hits.length > 0;
    if (!hits.length) suggest(nearest(query));
    all.hidden = hits.length <= most;
    all.querySelector("a").href = pageOf(query);
    results.dataset.query = query.trim().replace(/\s+/g, " "); // which is done
  }

  function suggest(names) {
    nothing.querySelector(".nearest").hidden = names.length === 0;
    nothing.querySelector(".nearest ul").replaceChildren(
      ...names.map((name) => {
        const link = document.createElement("a");
        link.href = pageOf(name);
        link.textContent = name;
        const entry = document.createElement("li");
        entry.append(link);
        return entry;
      }),
    );
  }

  function note(query) {
    const address = new URL(location.href);
    address.searchParams.set("q", query);
    try {
      history.replaceState(null, "", address);
    } catch {
      // A page that was opened from a folder may have no such history.
    }
  }

  input.addEventListener("input", () => {
    if (!dialog) note(input.value);
    show(input.value);
  });
  // A field of one line would drop the ends of a pasted message's lines, and join words.
  input.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text");
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    input.setRangeText(text.replace(/\s+/g, " "), input.selectionStart, input.selectionEnd, "end");
    input.dispatchEvent(new Event("input"));
  });
  form.addEventListener("submit", (event) => {
    if (dialog) return;
    event.preventDefault();
    note(input.value);
    show(input.value);
  });
  // Arrows go from the field through the results and back. Escape closes the box, which it would
  // do anyway, if Sphinx's script for found words didn't keep it from that.
  form.parentElement.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && dialog) {
      event.stopPropagation();
      dialog.close();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [input, ...results.querySelectorAll("a:not([hidden] *)")];
    const at = links.indexOf(document.activeElement);
    if (!step || at < 0 || !links[at + step]) return;
    event.preventDefault();
    links[at + step].focus();
  });
  if (!dialog) {
    const typed = new URLSearchParams(location.search).get("q") ?? "";
    if (!input.value) input.value = typed.replace(/\s+/g, " ");
    input.focus();
  }
  show(input.value);
}
