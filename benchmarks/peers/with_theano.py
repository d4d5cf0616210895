"""Theano, as the chapters call it."""

from serve import serve
from theano_step import prepare

serve(prepare)
