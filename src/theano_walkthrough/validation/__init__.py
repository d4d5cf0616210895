"""Validate arguments: clear errors for bad input, raised before Theano sees it."""

from theano_walkthrough.validation.arrays import (
    input_rows,
    number_array,
    number_row,
    target_row,
)
from theano_walkthrough.validation.values import (
    finite_number,
    one_of,
    positive_number,
    whole_number,
)

__all__ = [
    "finite_number",
    "input_rows",
    "number_array",
    "number_row",
    "one_of",
    "positive_number",
    "target_row",
    "whole_number",
]
