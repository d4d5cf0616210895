"""
Write a formula, get a function
===============================

.. summary:: Symbols, an expression, a compiled function, and what the compiler does on the way.
   :picture: 1

- **You'll build** a function that multiplies, made of symbols.
- **You need** some Python: variables, functions, loops, and now and then a class or a ``try``.
- **You'll know** how every Theano program is made: declare symbols, write an expression, compile it, call it.

This walkthrough ends with a :term:`neural network` that learns, every step of it explained.
It follows a well-loved article of 2016 step by step; the *About* page says which, and what has changed since.
Each box of code below was run when this page was made, and what it printed stands under it.
If you'd rather read code first, download the chapter as a script or a notebook at the end of the page.
"""

# %%
# What Theano is
# --------------
# Theano grew up at the University of Montréal from 2008 on, in a group that needed fast mathematics for its research on learning machines.
# It is several things in one:
#
# - a **language** for mathematics that you write in Python, with :term:`symbols <symbolic variable>` instead of numbers;
# - a **compiler** that simplifies what you wrote, makes it numerically safer, and turns it into C code for the processor at hand;
# - a **Python package**, so that what comes out is an ordinary Python function that takes and returns NumPy arrays.
#
# Development under the old name ended years ago, and the package can no longer be imported on today's Python.
# The first import in the next cell repairs that, and makes Theano compile faster; what you write, and what comes out, is Theano's own.
# On the page about installing, :ref:`a list <what-this-package-changes>` has each change and how to switch it off.

import theano_walkthrough  # prepares Theano for today's Python and NumPy

import numpy as np
import theano
import theano.tensor as T
from theano import pp

# %%
# ``T`` is the usual short name for ``theano.tensor``: nearly everything you'll use lives there.
# ``pp`` is short for *pretty-print*: it writes a formula as text.
#
# Symbols
# -------
# In plain Python ``a = 1.5`` gives a number a name.
# Theano begins the other way round, with a name that has no number yet.

from theano_walkthrough.expressions import two_symbols  # shown in full

# %%
# .. other-libraries:: symbol
#
# ``dscalar`` reads *d-scalar*: a single number (a :term:`scalar`) in double precision.
# The text in brackets is the symbol's name, which Theano uses when it prints formulas and errors.
# You may leave it out, but then a message about your formula can't tell you which symbol it means.
#
# What have we got?
# Ask each symbol for its :term:`type`.

a, b = two_symbols()
print(a.type)
print(b.type)
# Out:
# TensorType(float64, scalar)
# TensorType(float64, scalar)

# %%
# Theano calls everything that holds numbers a :term:`tensor`: a single number, a row of numbers, a table, a stack of tables.
# Ours holds one number of the :term:`kind <data type>` ``float64``, NumPy's name for double precision.
#
# An expression, and a function
# -----------------------------
# Symbols can be multiplied like numbers.
# The product is a new symbol, ``c``, that remembers how it's made.
# Nothing has been computed yet.
# ``theano.function`` then :term:`compiles <compile>` it: first the list of symbols that you'll give values for, then what you want to know.

from theano_walkthrough.expressions import multiply  # shown in full

c, f = multiply(a, b)
print(pp(c))
# Out:
# (a * b)

# %%
# .. other-libraries:: function
#
# ``c`` is a :term:`formula <expression>`, and ``f`` is a :term:`function`.
# Call it as you'd call any other.

print(repr(f(1.5, 3)))
# Out:
# array(4.5)

# %%
# The answer comes as a NumPy array, here one with no :term:`dimensions <dimension>` at all, which is NumPy's way to hold a single number.
# ``print`` alone would show ``4.5``; ``repr`` shows what it really is.
#
# Because the symbols have names, you can also name the values, in any order.

print(f(b=3, a=1.5))
# Out:
# 4.5

# %%
# This is the whole pattern, and the rest of the walkthrough repeats it: **symbols, expression, function, call**.
#
# .. _why-go-this-way-round:
#
# Why this detour?
# ----------------
# For ``a * b`` it isn't worth it.
# For longer formulas it is, because Theano sees your *whole* formula before it computes anything, and can improve it.
# See what the compiler makes of the following examples.
#
# First a sum that repeats itself.

from theano_walkthrough.overview import repeated_sum  # shown in full

# %%
# To see what a compiled function really computes, we look inside: ``f.maker.fgraph`` holds its formula after all :term:`improvements <optimisation>`.
#
# .. predict::
#
#    How would you write :math:`(x + y) + (x + y)` in a shorter way?
#    And what will the compiler make of it?

from theano_walkthrough.overview import compiled_expression  # shown in full

expression, f = repeated_sum()
print("written: ", pp(expression))
print("compiled:", compiled_expression(f))
print(f(1, 2))
# Out:
# written:  ((x + y) + (x + y))
# compiled: (x + y + x + y)
# 6.0

# %%
# :claim:`Three additions <pp(expression).count("+")>` became :claim:`a single operation <len(f.maker.fgraph.apply_nodes) == 1>` with :claim:`four terms <compiled_expression(f).count("+") + 1>`, done in one go.
# You may read elsewhere that Theano turns this into :math:`2(x + y)`.
# That's how its authors liked to explain the idea, and it is what you or I would write, but the compiler above stops at one sum.
#
# Let's look at both, as :term:`trees <computation graph>`: the numbers go in at the bottom, and the answer comes out at the top.

from theano_walkthrough.formula_trees import written_and_compiled
from theano_walkthrough.plots import plot_trees

figure = plot_trees(written_and_compiled(f, 1, 2))

# %%
# .. figure-description::
#
#    Side by side, for x = 1 and y = 2, the sum as written and as compiled.
#    As written, x and y are added :claim:`twice <len(expression.owner.inputs)>`, which gives :claim:`3 <1 + 2>` each time, and the addition at the top makes 6 of them.
#    As compiled, x, y, x and y go into :claim:`one addition <len(f.maker.fgraph.apply_nodes) == 1>`, which gives 6 at once.
#
# A circle is a symbol, a box is an operation, and an arrow carries a number from one to the next.
# The answer is the same; the way there is shorter.
#
# Theano can print such a tree, too: the operation comes first, and below it, a little further to the right, what goes into it.
# Here is the sum as it was written: :claim:`three additions <pp(expression).count("+")>`, of which the topmost adds the results of the others.

theano.printing.debugprint(expression)
# Out:
# Elemwise{add,no_inplace} [id A] ''
#  |Elemwise{add,no_inplace} [id B] ''
#  | |x [id C]
#  | |y [id D]
#  |Elemwise{add,no_inplace} [id E] ''
#    |x [id C]
#    |y [id D]

# %%
# .. other-libraries:: look
#
# And here is what the compiler made of it.

theano.printing.debugprint(f)
# Out:
# Elemwise{add,no_inplace} [id A] ''   0
#  |x [id B]
#  |y [id C]
#  |x [id B]
#  |y [id C]

# %%
# ``Elemwise`` means :term:`element by element <element-wise>`: if ``x`` and ``y`` were tables, it would add them entry by entry.
#
# The second example is a formula from the last :term:`layer` of many networks, the :term:`softmax`:
#
# .. math::
#
#    \operatorname{softmax}(a)_{ij} = \frac{e^{a_{ij}}}{\sum_k e^{a_{ik}}}
#
# It turns each row of a table into shares that add up to 1.
# We write it just as the formula says.

from theano_walkthrough.overview import softmax_by_hand  # shown in full

expression, f = softmax_by_hand()
print("written: ", pp(expression))
print("compiled:", compiled_expression(f))
# Out:
# written:  (exp(a) / DimShuffle{0, x}(Sum{axis=[1], acc_dtype=float64}(exp(a))))
# compiled: Softmax(a)

# %%
# Theano recognised the formula and replaced all of it by :claim:`one ready-made operation <len(f.maker.fgraph.apply_nodes) == 1>`, ``Softmax``.
# That one works for large inputs, too.
# :claim:`The exponential of 1000 <np.log(np.finfo(float).max) < 1000>` is :term:`too big for a computer's number <overflow>`, so the formula as written would divide infinity by infinity; the compiled one doesn't.

print(f([[1000.0, 1000.0], [0.0, 0.0]]))
# Out:
# [[0.5 0.5]
#  [0.5 0.5]]

# %%
# NumPy computes the same formula step by step and never sees the whole. It fails in the first row.

table = np.array([[1000.0, 1000.0], [0.0, 0.0]])
with np.errstate(over="ignore", invalid="ignore"):
    exponentials = np.exp(table)
    print(exponentials / exponentials.sum(axis=1, keepdims=True))
# Out:
# [[nan nan]
#  [0.5 0.5]]

# %%
# Keep this in mind: **what runs is not what you wrote, but something that means the same.**
# Above all, a program that sees the whole formula can also :term:`differentiate <symbolic differentiation>` it, and that is how networks learn.
# You'll do that in chapter 3.
#
# If you run this chapter as a script, these lines open its figure.

import matplotlib.pyplot as plt

plt.show()

# %%
# Try it yourself
# ---------------
# Each exercise has something to fill in, at the three dots, and a check that says whether it's right.
# Run the check before the solution, which replaces your answer.
#
# A sum in place of a product
# ~~~~~~~~~~~~~~~~~~~~~~~~~~~
# Compile ``a + b`` in place of ``a * b``, and call the function ``added``.
# What will it answer to 1.5 and 3?
#
# .. hint::
#
#    Make the expression first, then hand it to ``theano.function``, as above.

a, b = two_symbols()
added = ...

# %%
# .. solution::

added = theano.function([a, b], a + b)
print(pp(a + b), "gives", added(1.5, 3))
# Out:
# (a + b) gives 4.5

# %%
# The product gave 4.5, too: that's a coincidence of these two numbers.
#
# .. self-check::

assert added is not ..., "Put your function in the place of the three dots."
assert callable(added), "That's still a formula. Compile it with theano.function."
assert added(2, 5) == 7, "added(2, 5) should be 7. Is there a plus in your expression?"
print("Right.")
# Out:
# Right.

# %%
# One value too few
# ~~~~~~~~~~~~~~~~~
# The function ``f`` needs a value for each of its symbols.
# Call it with one value, and keep what the error says, as text, in ``message``.
# Which of the two symbols does it name?
#
# .. hint::
#
#    Write the call between ``try:`` and ``except TypeError as error:``. Then ``str(error)`` is the text.

f = theano.function([a, b], a * b)
message = ...

# %%
# .. solution::

try:
    f(1.5)
except TypeError as error:
    message = str(error)
print(message)
# Out:
# Missing required input: b

# %%
# .. self-check::

assert message is not ..., "Put what the error says in the place of the three dots."
assert "Missing required input" in message, "Call f with one value, such as f(1.5)."
print("Right.")
# Out:
# Right.

# %%
# A square, written as a product
# ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
# Compile ``(x + y) * (x + y)``, as ``square``, and look at it with ``compiled_expression``.
# How many times is ``x + y`` computed?
# (``T.dscalars`` makes several symbols at once.)

x, y = T.dscalars("x", "y")
square = ...

# %%
# .. solution::

square = theano.function([x, y], (x + y) * (x + y))
print(compiled_expression(square))
# Out:
# Elemwise{Composite{sqr((i0 + i1))}}(x, y)

# %%
# Once: the compiler has noticed that both factors are the same, and squares their sum.
#
# .. self-check::

assert square is not ..., "Put your function in the place of the three dots."
assert callable(square), "That's still a formula. Compile it with theano.function."
assert square(1, 2) == 9, "square(1, 2) should be 9, the square of 1 + 2."
assert "sqr" in compiled_expression(square), "Write it as a product of two equal sums."
print("Right.")
# Out:
# Right.

# %%
# What the article said differently
# ---------------------------------
# - It takes the formula and the function as a single part of a program. Here each is a part of its own, because the formula is there before anything is compiled.
# - It says that a tensor is a "vector in t dimensions". Better: :ref:`an array with a number of dimensions and one kind of element <errata-tensor>`; :claim:`a vector of a hundred numbers still has one dimension <np.zeros(100).ndim == 1>`.
# - It says that a symbol's name only helps when you look for errors. It also lets you call ``f(a=..., b=...)``, :ref:`as above <errata-name>`.
# - It compares Theano with Caffe, Torch and TensorFlow, and says it may be handier. :ref:`That was 2016 <errata-rivals>`; *Where to go next*, after the last chapter, says what to use today.
# - Its overview says that ``(x + y) + (x + y)`` becomes ``2 * (x + y)``. It becomes :ref:`a single sum <errata-sum>`.
# - Its overview divides by ``T.exp(a).sum(axis=1)``. Without ``keepdims=True`` :ref:`the sums lie along the wrong direction <errata-softmax>` and the rows no longer add up to 1, so we added it.
