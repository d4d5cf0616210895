"""Read a program for old Theano without running it, and say what needs mending, line by line.

``python -m theano_walkthrough.revive program.py`` is all that anybody needs of it.
"""
