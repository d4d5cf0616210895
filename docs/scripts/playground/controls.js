// The settings: what a reader chooses, and what has been chosen.

import { at, words } from "./view.js";
import { read } from "./settings.js";

const root = at("trainer");
const wide = matchMedia("(min-width: 700px)"); // where playground.css shows them beside the pictures

export function showSettings({ targets, network, cost, rate, seed, weights }) {
  const code = targets.join("");
  at("gate").value = code;
  const named = at("gate").value === code;
  at("other-gate").textContent = words.gates[code] ?? "…";
  at("other-gate").hidden = named;
  if (!named) at("gate").value = "";
  document.querySelectorAll(".target").forEach((button, example) => {
    button.textContent = targets[example];
    button.setAttribute("aria-label", `${button.dataset.label}: ${targets[example]}`);
  });
  const checked = { network, cost };
  for (const input of root.querySelectorAll("[type=radio]")) input.checked = input.value === checked[input.name];
  at("rate").value = rate;
  at("seed").value = weights ? "" : seed;
  at("seed").placeholder = weights ? words.own : "";
  for (const name of ["rate", "seed"]) complain(name, false);
}

// Call change with what a reader chooses; settings() gives what has been chosen.
export function listenToSettings(settings, change) {
  at("gate").addEventListener("change", () => change({ targets: read.targets(at("gate").value) }));
  document.querySelectorAll(".target").forEach((button, example) =>
    button.addEventListener("click", () => {
      const targets = [...settings().targets];
      targets[example] = 1 - targets[example];
      change({ targets });
    }),
  );
  for (const input of root.querySelectorAll("[type=radio]"))
    input.addEventListener("change", () => change({ [input.name]: input.value }));
  field("rate", (rate) => change({ rate }));
  field("seed", (seed) => change({ seed, weights: null }));
  at("next-seed").addEventListener("click", () => change({ seed: settings().seed + 1, weights: null }));

  const unfold = () => {
    at("settings").open = wide.matches;
  };
  wide.addEventListener("change", unfold);
  unfold();
}

function field(name, change) {
  at(name).addEventListener("change", () => {
    const value = read[name](at(name).value.trim());
    complain(name, value === undefined);
    if (value !== undefined) change(value);
  });
}

function complain(name, wrong) {
  at(name).setAttribute("aria-invalid", wrong);
  at(`${name}-problem`).textContent = wrong ? at(`${name}-problem`).dataset.problem : "";
}
