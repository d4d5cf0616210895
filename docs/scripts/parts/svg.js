// Add an element to a drawing.
export function element(parent, kind, attributes, text = "") {
  const made = document.createElementNS("http://www.w3.org/2000/svg", kind);
  place(made, attributes);
  made.textContent = text;
  parent.append(made);
  return made;
}

// Say where an element of a drawing is, and what else its attributes tell.
export function place(made, attributes) {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
}
