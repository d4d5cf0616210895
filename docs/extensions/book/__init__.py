"""Make a book of the pages: an EPUB, whose pages tools/publishing/paper prints as a PDF."""
