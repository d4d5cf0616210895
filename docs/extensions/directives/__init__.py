"""What pages can ask for.

Chapters' cards and figures, tables and plots of benchmarks, live figures and the playground.

On ``builder-inited`` live_figure compiles what live figures and the playground compute, and joins
their scripts; on ``html-page-context`` pages get the scripts and styles that they need.
"""
