"""What claims in prose rest on when the page's own code doesn't show it.

Each module is at hand in every claim: ``facts.site.chapters()``.
"""
