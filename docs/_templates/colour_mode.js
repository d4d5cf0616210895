try {
  document.documentElement.dataset.mode = localStorage.getItem("mode") || "auto";
  document.documentElement.dataset.theme = localStorage.getItem("theme") || "auto";
} catch {
  // Without a memory the page stays as the reader's system has it.
}
