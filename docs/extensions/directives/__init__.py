"""What pages can ask for.

Chapters' cards and figures, tables and plots of benchmarks, the names of Theano 1.0, the same in
other libraries, live figures and the playground.

On ``builder-inited`` live_figure compiles what live figures and the playground compute, and joins
their scripts; on ``html-page-context`` pages get the scripts and styles that they need.
"""
