"""Theano as it comes, which leaves products with vectors to Python where it has no BLAS."""

import os

os.environ["THEANO_FLAGS"] = f"{os.environ.get('THEANO_FLAGS', '')},optimizer_excluding=c_products"

from serve import serve
from theano_step import prepare

serve(prepare)
