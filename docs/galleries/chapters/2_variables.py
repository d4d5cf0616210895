"""
Choose a type for each variable
===============================

.. summary:: Scalars, vectors, matrices and beyond: their names, and the rule behind them.
   :picture: 1

- **You'll build** symbols for numbers, lists, tables and stacks of tables, and read the full list of their types.
- **You need** the chapter before this one.
- **You'll know** what a name such as ``dmatrix`` says, and which type to take.

A :term:`symbol` has no value, but Theano must know what kind of value it will get: how many :term:`dimensions <dimension>`, and what :term:`kind of number <data type>`.
Both are part of the symbol's :term:`type`, and the name of the function that makes it spells them out.
"""

import theano_walkthrough

import theano
import theano.tensor as T

# %%
# Read a name: prefix and shape
# -----------------------------
# ``dscalar`` is ``d`` plus ``scalar``.
# Every such name is made that way: one letter for the kind of number, then a word for the :term:`shape`.
# Rather than copy a table from a book, let's ask each of these functions what it makes.
# This is what we want to know about a type:

from typing import NamedTuple
from theano_walkthrough.variables import VariableType  # shown in full

# %%
# And this finds it out: look the function up in ``T``, call it, and read off what it made.
# ``validation`` is a small helper of this site that answers a misspelt name with a clear error.

from theano_walkthrough import validation
from theano_walkthrough.variables import PREFIXES, SHAPES
from theano_walkthrough.variables import variable_type  # shown in full

# %%
# We have a list of the letters, ``PREFIXES``, and one of the shapes, ``SHAPES``.
# First the letters.

for prefix in PREFIXES:
    scalar = variable_type(prefix + "scalar")
    print(f"{prefix or '(none)':6} {scalar.dtype}")
# Out:
# b      int8
# w      int16
# i      int32
# l      int64
# f      float32
# d      float64
# c      complex64
# z      complex128
# (none) float64

# %%
# ``i``, ``l``, ``f`` and ``d`` are short for ``int``, ``long``, ``float`` and ``double``, types of the programming language C; the last two are for numbers with a fraction.
# ``b`` is short for *byte* and ``w`` for *word*, old names for small pieces of memory.
# ``c`` and ``z`` are for complex numbers; LAPACK, a classic library of linear algebra, marks its functions with the same letters.
# The number in each name on the right counts the bits that one entry takes: more bits, larger or finer numbers.
#
# Without a letter you get :term:`floatX`, Theano's default.
# It's ``float64`` unless you change a setting, which people did because graphics cards worked better with ``float32``.

print(theano.config.floatX)
# Out:
# float64

# %%
# .. other-libraries:: types
#
# Now the shapes, with the number of dimensions of each.

for shape in SHAPES:
    plain = variable_type(shape)
    print(f"{shape:8} {plain.dimensions}  {plain.broadcastable}")
# Out:
# scalar   0  ()
# vector   1  (False,)
# matrix   2  (False, False)
# row      2  (True, False)
# col      2  (False, True)
# tensor3  3  (False, False, False)
# tensor4  4  (False, False, False, False)
# tensor5  5  (False, False, False, False, False)
# tensor6  6  (False, False, False, False, False, False)
# tensor7  7  (False, False, False, False, False, False, False)

# %%
# A :term:`vector` is a list of numbers, a :term:`matrix` a table, a *tensor3* a stack of tables.
# The number of *dimensions* is the number of indices that you need to name one entry: :claim:`a vector has one dimension <variable_type("vector").dimensions == 1>`, however many numbers it holds.
#
# Let's write down a value for some of them, and draw it: a cell for each number.

from theano_walkthrough.plots import plot_arrays

values = {
    "scalar": 7,
    "vector": [1, 2, 3],
    "matrix": [[1, 2, 3], [4, 5, 6]],
    "row": [[1, 2, 3]],
    "col": [[1], [2]],
    "tensor3": [
        [[1, 2, 3], [4, 5, 6]],
        [[7, 8, 9], [10, 11, 12]],
    ],
}
figure = plot_arrays(values)

# %%
# .. figure-description::
#
#    A value of each type as cells with numbers, its shape below its name.
#    The scalar is a single cell.
#    The vector is :claim:`three cells <len(values["vector"])>` side by side, and so is the row, but that one is a table.
#    The col is :claim:`two cells <len(values["col"])>` one below the other.
#    The matrix has :claim:`two rows <len(values["matrix"])>` of :claim:`three cells <len(values["matrix"][0])>`.
#    The tensor3 is :claim:`two such tables <len(values["tensor3"])>`, one behind the other.
#
# Below each name you see how long the value is in each dimension.
# The square brackets in the code say the same: as many open before the first number as there are dimensions.
# A *vector* and a *row* look alike, but :claim:`a row has two dimensions <variable_type("row").dimensions>`, of which the first has the length 1.
# :claim:`Every value fits its type <all(getattr(T, shape)().type.filter(value, allow_downcast=True) is not None for shape, value in values.items())>`; what happens when one doesn't, you'll see at the end of this chapter.
#
# What does "broadcastable" mean?
# -------------------------------
# The last column says, for each dimension, whether its length is *always 1*.
# Such a dimension can be stretched: when Theano adds a row to a matrix, it adds it to every row of the matrix.
# That stretching is called :term:`broadcasting`, and it's why ``row`` and ``col`` have types of their own: :claim:`both are matrices <variable_type("row").dimensions == variable_type("col").dimensions == 2>`, one with a single row, one with a single column.
#
# .. predict::
#
#    Which numbers will the next lines print?

matrix = T.dmatrix("matrix")
row = T.drow("row")
add_to_each_line = theano.function([matrix, row], matrix + row)
print(add_to_each_line([[1, 2], [3, 4]], [[10, 20]]))
# Out:
# [[11. 22.]
#  [13. 24.]]

# %%
# .. other-libraries:: broadcasting
#
# This is what happened to the row.

from theano_walkthrough.plots import plot_broadcast_sum

figure = plot_broadcast_sum(add_to_each_line, matrix=[[1, 2], [3, 4]], row=[[10, 20]])

# %%
# .. figure-description::
#
#    A matrix, a row, and their sum.
#    The matrix has the rows 1, 2 and 3, 4.
#    The row is 10, 20; below it stands a copy of it, with dashed borders.
#    The sum has the rows 11, 22 and 13, 24.
#
# The dashed cells are copies, so that each number of the matrix finds a partner.
# You don't write them, and Theano doesn't store them either: it reads the same row again for each row of the matrix.
#
# All of them
# -----------
# Every prefix goes with every shape, which makes :claim:`ninety names <len(PREFIXES) * len(SHAPES)>`.
# Here is the full table.

for shape in SHAPES:
    print(*(variable_type(prefix + shape).constructor for prefix in PREFIXES))
# Out:
# bscalar wscalar iscalar lscalar fscalar dscalar cscalar zscalar scalar
# bvector wvector ivector lvector fvector dvector cvector zvector vector
# bmatrix wmatrix imatrix lmatrix fmatrix dmatrix cmatrix zmatrix matrix
# brow wrow irow lrow frow drow crow zrow row
# bcol wcol icol lcol fcol dcol ccol zcol col
# btensor3 wtensor3 itensor3 ltensor3 ftensor3 dtensor3 ctensor3 ztensor3 tensor3
# btensor4 wtensor4 itensor4 ltensor4 ftensor4 dtensor4 ctensor4 ztensor4 tensor4
# btensor5 wtensor5 itensor5 ltensor5 ftensor5 dtensor5 ctensor5 ztensor5 tensor5
# btensor6 wtensor6 itensor6 ltensor6 ftensor6 dtensor6 ctensor6 ztensor6 tensor6
# btensor7 wtensor7 itensor7 ltensor7 ftensor7 dtensor7 ctensor7 ztensor7 tensor7

# %%
# When the article was written, the list ended at ``tensor4``.
# Theano's own documentation has this table, too; :ref:`the page about the article <article-section-3>` leads there.
# Whatever the list holds, you can make a type of your own: ``TensorType`` takes a kind of number and, for each dimension, whether it's broadcastable.

from theano_walkthrough.variables import many_dimensions  # shown in full

film = many_dimensions("film", 5)
print(film.type)
print(film.ndim)
# Out:
# TensorType(float64, 5D)
# 5

# %%
# :claim:`Nine dimensions <many_dimensions("nine", 9).ndim>` are no harder, although :claim:`no ready-made name <not hasattr(T, "tensor9")>` exists for them.

print(many_dimensions("nine", 9).type)
# Out:
# TensorType(float64, 9D)

# %%
# Which type should I take?
# -------------------------
# For this walkthrough, and for most :term:`networks <network>`: ``vector`` for one :term:`example`, ``matrix`` for many examples with one in each row, ``scalar`` for a single number.
# Take them *without* a letter and the numbers have a fraction.
#
# Whole numbers are for counting and for positions.
# Don't let a network's :term:`weights <weight>` be whole numbers: :claim:`a step of 0.01 <not T.lscalar.is_valid_value(theano.shared(0.01).get_value())>` can't be stored in an ``int64``, and Theano refuses to try.
#
# A function checks what you pass.
# Give a matrix to a symbol that was declared a vector, and you get an error before anything is computed.

vector = T.dvector("vector")
total = theano.function([vector], vector.sum())
print(total([1, 2, 3]))
try:
    total([[1, 2], [3, 4]])
except TypeError as error:
    print("Wrong number of dimensions: expected 1, got 2" in str(error))
# Out:
# 6.0
# True

# %%
# If you run this chapter as a script, these lines open its figures.

import matplotlib.pyplot as plt

plt.show()

# %%
# Try it yourself
# ---------------
# Each exercise has something to fill in, at the three dots, and a check that says whether it's right.
# Run the check before the solution, which replaces your answer.
#
# A name for a column
# ~~~~~~~~~~~~~~~~~~~
# You need a symbol for a single column of numbers of the kind ``int32``.
# What's the name of the function that makes it?
# Put it, as text, in ``name``.

name = ...

# %%
# .. solution::

name = "icol"
print(variable_type(name))
# Out:
# VariableType(constructor='icol', dtype='int32', dimensions=2, broadcastable=(False, True))

# %%
# Not every letter will do: ``kmatrix`` isn't a name, because :claim:`no kind of number has the letter k <"k" not in PREFIXES>`, and ``variable_type`` would say so.
#
# .. self-check::

assert name is not ..., "Put the name, in quotation marks, in the place of the three dots."
answer = variable_type(name)
assert answer.dtype == "int32", "Look at the list of letters again: which one makes int32?"
assert answer.broadcastable == (False, True), "The second length should be 1, the first any."
print("Right.")
# Out:
# Right.

# %%
# Add a column
# ~~~~~~~~~~~~
# A column can be stretched, too.
# Compile a function ``add_to_each_column`` of a matrix and a column that adds them.
# What will it make of the matrix ``[[1, 2], [3, 4]]`` and the column ``[[10], [20]]``?
#
# .. hint::
#
#    It goes as with the row above. Only one symbol is of another type.

matrix = T.dmatrix("matrix")
add_to_each_column = ...

# %%
# .. solution::

column = T.dcol("column")
add_to_each_column = theano.function([matrix, column], matrix + column)
print(add_to_each_column([[1, 2], [3, 4]], [[10], [20]]))
# Out:
# [[11. 12.]
#  [23. 24.]]

# %%
# The first row has grown by 10, the second by 20.
#
# .. self-check::

assert add_to_each_column is not ..., "Put your function in the place of the three dots."
assert callable(add_to_each_column), "That's still a formula. Compile it with theano.function."
symbols = add_to_each_column.maker.fgraph.inputs
assert len(symbols) == 2, "The function should take a matrix and a column."
assert symbols[1].broadcastable == (False, True), "The second symbol should be a column."
answer = add_to_each_column([[1, 2], [3, 4]], [[10], [20]])
assert answer.tolist() == [[11, 12], [23, 24]], "Is there a plus in your expression?"
print("Right.")
# Out:
# Right.

# %%
# A stack of photos
# ~~~~~~~~~~~~~~~~~
# A photo in black and white is a table: a number for each dot.
# A photo in colour is a stack of such tables, for red, green and blue.
# Make a symbol, ``photos``, for many photos in colour at once; its numbers have a fraction.
#
# .. hint::
#
#    How many numbers do you need to say which dot you mean, of which colour, in which photo?

photos = ...

# %%
# .. solution::

photos = T.tensor4("photos")
print(photos.type)
# Out:
# TensorType(float64, 4D)

# %%
# Photo, colour, row and column: that makes :claim:`four dimensions <photos.ndim>`.
# Networks that look at pictures take them in just this form.
#
# .. self-check::

assert photos is not ..., "Put your symbol in the place of the three dots."
assert photos.ndim == 4, "Count again: which photo, which colour, which row, which column."
assert "float" in photos.dtype, "The numbers should have a fraction: leave out the letter."
assert True not in photos.broadcastable, "No length should be fixed to 1."
print("Right.")
# Out:
# Right.

# %%
# What the article said differently
# ---------------------------------
# - Its table ends at ``tensor4``; :ref:`Theano's own names now go further <errata-four-dimensions>`, up to :claim:`seven dimensions <max(variable_type(shape).dimensions for shape in SHAPES)>`, and ``TensorType`` goes on.
# - It sets shared variables, which the next chapter shows, apart from all these types. :ref:`They do belong to them <errata-shared-type>`: ``theano.shared(0)`` :claim:`has the type <theano.shared(0).type == T.lscalar>` of an ``lscalar``.
# - It doesn't say how far ``floatX`` reaches: :ref:`not to the arrays that you share <errata-floatx>`.
