// Escape closes a hint that covers what somebody reads; Bootstrap's tooltips don't do it.
"use strict";

addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const element of document.querySelectorAll("[aria-describedby^=tooltip]")) {
    bootstrap.Tooltip.getInstance(element)?.hide();
  }
});
