"""What pages can ask for: cards of chapters, tables and plots of benchmarks, the playground.

playground also makes its networks, on ``builder-inited``, and adds its scripts, on
``html-page-context``.
"""
