"""What pages can ask for: tables and plots of benchmarks, and the playground.

playground also makes its networks, on ``builder-inited``, and adds its scripts, on
``html-page-context``.
"""
