"""Theano with this package's other speed-ups, but its products with vectors left to Python."""

import os

os.environ["THEANO_FLAGS"] = f"{os.environ.get('THEANO_FLAGS', '')},optimizer_excluding=c_products"

from serve import serve
from theano_step import prepare

serve(prepare)
