"""Theano as it comes, which leaves products with vectors to Python where it has no BLAS."""

import os

os.environ["THEANO_FLAGS"] = f"{os.environ.get('THEANO_FLAGS', '')},optimizer_excluding=c_products"

import with_theano  # noqa: F401 - it trains as soon as it's imported
