"""What pages can ask for.

Chapters' cards and figures, tables and plots of benchmarks, and the playground.

The playground also makes its networks, on ``builder-inited``, and adds its scripts, on
``html-page-context``.
"""
