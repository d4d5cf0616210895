"""What makes Theano run today.

`prepare` imports Theano with the changes that two lists name: `repairs`, without which it fails or
gives wrong or changing results, and `speedups`, which can be switched off.
The page on installation has both lists for readers.
"""
