"""Step 5: the types that a symbol can have."""

from typing import NamedTuple

from theano_walkthrough import validation

import theano.tensor as T

PREFIXES = ("b", "w", "i", "l", "f", "d", "c", "z", "")
"""First letter of a constructor's name; each stands for one data type, none for ``floatX``."""

SHAPES = (
    "scalar",
    "vector",
    "matrix",
    "row",
    "col",
    "tensor3",
    "tensor4",
    "tensor5",
    "tensor6",
    "tensor7",
)
"""Second part of a constructor's name."""


class VariableType(NamedTuple):
    """One row of the table of variable types.

    Parameters
    ----------
    constructor : str
        Name of the function in ``theano.tensor``.
    dtype : str
        Data type of each element.
    dimensions : int
        Number of dimensions.
    broadcastable : tuple of bool
        For each dimension, whether its length is always 1.
    """

    constructor: str
    dtype: str
    dimensions: int
    broadcastable: tuple[bool, ...]


def variable_type(constructor):
    """Make a variable with a constructor of Theano, and read off its type.

    Parameters
    ----------
    constructor : str
        A prefix and a shape, such as ``dscalar`` or ``imatrix``.

    Returns
    -------
    VariableType
        What the variable's type says.

    Raises
    ------
    TypeError
        If the constructor isn't a string.
    ValueError
        If it isn't one of the constructors that Theano has.

    Examples
    --------
    >>> variable_type("drow")
    VariableType(constructor='drow', dtype='float64', dimensions=2, broadcastable=(True, False))

    Notes
    -----
    Source: article step 5.
    """
    known = [prefix + shape for shape in SHAPES for prefix in PREFIXES]
    made = getattr(T, validation.one_of("constructor", constructor, known))()
    return VariableType(constructor, made.dtype, made.ndim, made.broadcastable)


def many_dimensions(name, dimensions):
    """Make a float64 symbol with as many dimensions as you like.

    Parameters
    ----------
    name : str
        The symbol's name.
    dimensions : int
        How many dimensions it has, at least 0.

    Returns
    -------
    TensorVariable, float64
        The symbol; no dimension is broadcastable.

    Raises
    ------
    TypeError
        If dimensions isn't a whole number.
    ValueError
        If dimensions is negative.

    Examples
    --------
    >>> many_dimensions("video", 5).type
    TensorType(float64, 5D)

    Notes
    -----
    Source: article step 5.
    """
    dimensions = validation.whole_number("dimensions", dimensions, least=0)
    tensor = T.TensorType("float64", broadcastable=[False] * dimensions)
    return tensor(name)
