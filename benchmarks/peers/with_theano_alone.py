"""Theano as it comes: with none of this package's speed-ups, and with Theano's own flags."""

import os

os.environ["THEANO_WALKTHROUGH_SPEEDUPS"] = "off"
os.environ["THEANO_FLAGS"] = f"{os.environ.get('THEANO_FLAGS', '')},gcc__cxxflags="

from serve import serve
from theano_step import prepare

serve(prepare)
