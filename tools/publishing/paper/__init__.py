"""Print an EPUB's pages as a PDF, with page numbers where a screen has links."""
