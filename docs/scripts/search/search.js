// The search fields: results while one types, by keyboard as well, announced to screen readers.
import { engine } from "./engine.js";
import { item } from "./results.js";
import { MOST_HITS } from "./weights.js";

const MOST_IN_DIALOG = 8;
const QUIET = 500; // milliseconds after which a screen reader is told
const MOST_QUOTED = 60;

// Without its documents, which another script brings, a search can't be: the loader says so.
if (window.searchData) {
  const ready = engine(window.searchData);
  for (const form of document.querySelectorAll("form.bd-search")) start(form, ready);
}

function start(form, ready) {
  const place = form.closest("dialog, .bd-search-container");
  const isDialog = place.matches("dialog");
  const input = form.querySelector("input");
  const results = place.querySelector(".search-results");
  const list = results.querySelector("ol");
  const [status, announced] = results.querySelectorAll(".status, [role=status]");
  const nothing = results.querySelector(".nothing");
  const all = results.querySelector(".all");
  const root = document.documentElement.dataset.content_root;
  const words = results.dataset;
  const pageOf = (query) => `${root}search.html?${new URLSearchParams({ q: query })}`;
  let latest = 0;
  let announcing;

  function say(text) {
    status.textContent = text;
    clearTimeout(announcing);
    announcing = setTimeout(() => (announced.textContent = text), QUIET);
  }

  function summary(count, query) {
    const quoted = query.length > MOST_QUOTED ? `${query.slice(0, MOST_QUOTED)}…` : query;
    if (!count) return words.none.replace("{q}", () => quoted);
    if (count === 1) return words.one;
    return (count < MOST_HITS ? words.many : words.first).replace("{n}", count);
  }

  async function show(query) {
    const number = ++latest;
    const { search, nearest, normalize } = await ready;
    if (number !== latest) return; // something else has been typed meanwhile
    const typed = query.trim().replace(/\s+/g, " ");
    const hits = typed ? search(typed) : [];
    const most = isDialog ? MOST_IN_DIALOG : hits.length;
    list.replaceChildren(
      ...hits.slice(0, most).map((hit) => item(hit, { root, chapter: words.chapter, normalize })),
    );
    say(typed && summary(hits.length, typed));
    nothing.hidden = hits.length > 0 || !typed;
    if (!nothing.hidden) suggest(nearest(typed));
    all.hidden = hits.length <= most;
    all.querySelector("a").href = pageOf(typed);
    results.dataset.query = typed; // which is done
  }

  function suggest(names) {
    nothing.querySelector(".nearest").hidden = names.length === 0;
    nothing.querySelector(".nearest ul").replaceChildren(
      ...names.map((name) => {
        const entry = document.createElement("li");
        const link = document.createElement("a");
        link.href = pageOf(name);
        link.textContent = name;
        entry.append(link);
        return entry;
      }),
    );
  }

  function note(state) {
    const address = new URL(location.href);
    address.searchParams.set("q", input.value);
    try {
      history.replaceState(state, "", address);
    } catch {
      // A page that was opened from a folder may have no such history.
    }
  }

  function change() {
    if (!isDialog) note(null);
    show(input.value);
  }

  input.addEventListener("input", change);
  // A field of one line would drop the ends of a pasted message's lines, and join words.
  input.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text");
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    input.setRangeText(text.replace(/\s+/g, " "), input.selectionStart, input.selectionEnd, "end");
    change();
  });
  form.addEventListener("submit", (event) => {
    if (isDialog) return;
    event.preventDefault();
    change();
  });
  // Arrows go from the field through the results and back.
  place.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // the keys choose a Chinese word
    if (event.key === "Escape") event.stopPropagation(); // or Sphinx's script keeps the box open
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...results.querySelectorAll("a:not([hidden] *)")];
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0 || !stops[at + step]) return;
    event.preventDefault();
    stops[at + step].focus();
  });

  if (isDialog) {
    // A result may be on this very page, below the box.
    results.addEventListener("click", ({ target }) => target.closest("a") && place.close());
    place.addEventListener("close", () => input.select()); // so that typing begins anew
    show(input.value);
  } else {
    const { scrolled } = history.state ?? {};
    if (scrolled === undefined) input.focus();
    results.addEventListener("click", () => note({ scrolled: scrollY }));
    show(input.value).then(() => scrolled && scrollTo(0, scrolled));
  }
}
