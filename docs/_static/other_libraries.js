// Boxes with other libraries open together, show the same one, and stay so on other pages.
"use strict";

try {
  const boxes = [...document.querySelectorAll(".other-libraries")];
  const tabs = (box) => [...box.querySelectorAll("input")];
  const choice = JSON.parse(localStorage.libraries ?? "{}");

  function show() {
    for (const box of boxes) {
      box.open = choice.isOpen;
      if (choice.tab in tabs(box)) tabs(box)[choice.tab].checked = true;
    }
  }

  show();
  for (const box of boxes) {
    const choose = (change) => {
      const { top } = box.getBoundingClientRect();
      Object.assign(choice, change);
      show();
      scrollBy(0, box.getBoundingClientRect().top - top); // boxes above it have changed, too
      localStorage.libraries = JSON.stringify(choice);
    };
    box.ontoggle = () => box.open !== Boolean(choice.isOpen) && choose({ isOpen: box.open });
    box.onchange = ({ target }) => choose({ tab: tabs(box).indexOf(target) });
  }
} catch {
  // Without a memory each box is by itself.
}
