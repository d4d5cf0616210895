"""Prepare Theano before any test imports it."""

import theano_walkthrough  # noqa: F401
