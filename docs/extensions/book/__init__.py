"""Make a book of the pages: an EPUB, whose pages tools/publishing/paper.py prints as a PDF."""
