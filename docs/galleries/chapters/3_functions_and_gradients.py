"""
Remember a number, and take a gradient
======================================

.. summary:: Shared variables and their updates, several outputs, and derivatives that Theano works out for you.
   :picture: 2

- **You'll build** a function that remembers, one with several answers, and one that computes a slope.
- **You need** the two chapters before this one.
- **You'll know** the two ideas that make learning possible: state that changes, and gradients that say how to change it.

So far a :term:`function` forgot everything as soon as it had answered.
A :term:`network` must not forget: what it has learnt is stored in its :term:`weights <weight>`, from one call to the next.
"""

import theano_walkthrough

import theano
import theano.tensor as T
from theano import pp

# %%
# A function that remembers
# -------------------------
# A :term:`shared variable` is a :term:`symbol` with a value.
# The value lives inside Theano, is kept between calls, and is *shared* by every function that uses it.
# You don't pass it; it's simply there.
#
# ``updates`` says what its value will :term:`become <update>` after each call: a list of pairs, each of a shared variable and its new value.

from theano_walkthrough.functions import accumulator  # shown in full

# %%
# ``f`` returns the square of ``sh``, and afterwards adds ``x`` to it.
# Call it with 1, 2 and 3, and look at the stored value after each call.
#
# .. predict::
#
#    What will each call return, and what will be stored after it?

f, sh = accumulator()
for x in (1, 2, 3):
    print("returns", f(x), "and stores", sh.get_value())
# Out:
# returns 0 and stores 1
# returns 1 and stores 3
# returns 9 and stores 6

# %%
# .. other-libraries:: shared
#
# Read that slowly, because the training loop is built on it: the answer is computed from the **old** value, and only then the value changes.
# The first call returns :math:`0^2`, then stores :math:`0 + 1`.
# The second returns :math:`1^2`, then stores :math:`1 + 2`.
# In the picture ① comes first and ② comes after it, and both start at the old value.

from theano_walkthrough.plots import plot_accumulator

f, sh = accumulator()  # starts at 0 again
figure = plot_accumulator(f, sh.get_value, [1, 2, 3])

# %%
# .. figure-description::
#
#    The calls f(1), f(2) and f(3) from left to right.
#    In each, an arrow ① leads from the stored number down to its square, which is returned, and an arrow ② on to the next stored number.
#    The stored numbers are 0, 1, 3 and 6, the returned ones 0, 1 and 9.
#
# You can read the value with ``get_value``, as above, and replace it with ``set_value``.

sh.set_value(4)
print(f(1))
print(repr(sh.get_value()))
# Out:
# 16
# array(5)

# %%
# A shared variable takes its :term:`type` from its first value.
# From a whole number, Theano made one of :claim:`64 bits <8 * sh.get_value(borrow=True).itemsize>`, the type that the last chapter called ``lscalar``.

print(sh.type)
print(sh.type == T.lscalar)
# Out:
# TensorType(int64, scalar)
# True

# %%
# If one update needs the value of another shared variable, it too sees the old one.
# So values can be swapped without another variable.

left = theano.shared(1, name="left")
right = theano.shared(2, name="right")
swap = theano.function([], [], updates=[(left, right), (right, left)])
swap()
print(left.get_value(), right.get_value())
# Out:
# 2 1

# %%
# Several answers at once
# -----------------------
# Ask for a list of :term:`expressions <expression>` and you get a list of answers.
# The training function will use this to return its predictions together with its cost.

from theano_walkthrough.functions import square_and_cube  # shown in full

f = square_and_cube()
print(f(3))
# Out:
# [array(9.), array(27.)]

# %%
# .. other-libraries:: outputs
#
# Gradients
# ---------
# How much does :math:`y = x^3` grow when :math:`x` grows a little?
# At a given place the answer is a number, the *slope* or :term:`derivative`; for several variables at once, the list of their slopes is called the :term:`gradient`.
# From school, or from a table, you may remember
#
# .. math::
#
#    \frac{d}{dx} x^3 = 3 x^2, \qquad \text{so at } x = 4 \text{ it is } 3 \cdot 4^2 = 48.
#
# Theano :term:`derives <symbolic differentiation>` it for you, from the formula, by the rules of calculus.
# It isn't an :term:`approximation`: ``T.grad`` returns a new *expression*.

from theano_walkthrough.gradients import cube_gradient  # shown in full

gradient, f = cube_gradient()
print(repr(f(4)))
# Out:
# array(48.)

# %%
# .. other-libraries:: gradient
#
# On the curve, that's the slope of the line that touches it at :math:`x = 4`, its *tangent*: go :math:`1` to the right, and the line rises by 48.

from theano_walkthrough.plots import plot_tangent

figure = plot_tangent(lambda x: x**3, f, at=4)

# %%
# .. figure-description::
#
#    The curve y = x³, flat at first, then ever steeper.
#    At x = 4, where y is :claim:`64 <4**3>`, a dashed line touches it.
#    A step of 1 to the right, the line is :claim:`48 <f(4)>` higher.
#
# .. live-figure:: cube
#
# Every other place has a tangent of its own, and ``f`` knows the slope of each.
#
# What does the derived expression look like?

print(pp(gradient))
# Out:
# ((fill((x ** TensorConstant{3}), TensorConstant{1.0}) * TensorConstant{3}) * (x ** (TensorConstant{3} - TensorConstant{1})))

# %%
# ``TensorConstant{3}`` is Theano's way to write the number 3 in a formula.
# Without it, the formula is
#
# .. math::
#
#    \operatorname{fill}(x^3, 1) \cdot 3 \cdot x^{3 - 1}.
#
# The last two factors are :math:`3 x^2`, as expected.
# ``fill`` makes something of the shape of :math:`x^3` with a 1 in every place; here that's just the number 1.
# It's where every derivation starts: :math:`y` changes by 1 when :math:`y` changes by 1.
# From there Theano works backwards through the formula and multiplies by one slope after another, which is the :term:`chain rule`.
#
# Nobody would compute it in this form, and Theano doesn't either.
# Look at the compiled function.

from theano_walkthrough.overview import compiled_expression

print(compiled_expression(f))
# Out:
# Elemwise{Composite{(i0 * sqr(i1))}}(TensorConstant{3.0}, x)

# %%
# ``fill`` :claim:`is gone <"fill" not in compiled_expression(f)>`, :math:`3 - 1` has been :term:`worked out <constant folding>`, the power became a square (``sqr``), and both remaining operations were :term:`fused <fusion>` into :claim:`one piece of C code <len(f.maker.fgraph.apply_nodes) == 1>`, a ``Composite``, where ``i0`` and ``i1`` stand for its two inputs.
# In short: :math:`3 \cdot x^2`.
#
# Here is what ``T.grad`` wrote, and what runs, as :term:`trees <computation graph>` with the numbers for :math:`x = 4`.

from theano_walkthrough.formula_trees import written_and_compiled
from theano_walkthrough.plots import plot_trees

figure = plot_trees(written_and_compiled(f, 4))

# %%
# .. figure-description::
#
#    Side by side, for x = 4, the gradient as written by T.grad and as compiled.
#    As written, x to the power of 3 is :claim:`64 <4**3>`, fill makes 1 of it, and times 3 that's 3.
#    Beside it, 3 − 1 is 2, and x to the power of 2 is :claim:`16 <4 ** (3 - 1)>`.
#    At the top, their product is :claim:`48 <f(4)>`.
#    As compiled, 3 and x go into :claim:`one operation <len(f.maker.fgraph.apply_nodes) == 1>`, i0 × sqr(i1), which gives the same.
#
# A number at which an arrow starts is a constant; a number beside a box or below a circle is its value.
# On the left, follow the numbers from the bottom to the top: :claim:`64 <4**3>` is computed, and then thrown away by ``fill``.
# On the right nothing is left of that.
#
# Don't trust, check
# ------------------
# A slope can also be measured: go a tiny bit to either side and see how much :math:`y` changes.
# This is called :term:`finite differences`, and it's a good habit to check a gradient with it.

tiny = 1e-6
measured = ((4 + tiny) ** 3 - (4 - tiny) ** 3) / (2 * tiny)
print(f"derived {f(4):.4f}, measured {measured:.4f}")
# Out:
# derived 48.0000, measured 48.0000

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
# Start with a fraction
# ~~~~~~~~~~~~~~~~~~~~~
# Write the accumulator again, with a stored number that starts at 0.5.
# Call the shared variable ``stored``; the function ``add`` returns the square of ``stored``, then adds ``x`` to ``stored``.
# Which type will ``stored`` have?

x = T.iscalar("x")
stored = ...
add = ...

# %%
# .. solution::

stored = theano.shared(0.5, name="stored")
add = theano.function([x], stored**2, updates=[(stored, stored + x)])
print(stored.type)
print("returns", add(1), "and stores", stored.get_value())
# Out:
# TensorType(float64, scalar)
# returns 0.25 and stores 1.5

# %%
# From a fraction Theano makes a ``float64``, to which a whole number can be added, too.
#
# .. self-check::

assert stored is not ..., "Put your shared variable in the place of the first three dots."
assert add is not ..., "Put your function in the place of the last three dots."
assert callable(add), "That's still a formula. Compile it with theano.function."
assert stored.dtype == "float64", "Make the shared variable from 0.5, a fraction."
stored.set_value(0.5)
assert add(1) == 0.25, "The function should return the square of the old value."
assert stored.get_value() == 1.5, "Then it should add x. Have you written the updates?"
print("Right.")
# Out:
# Right.

# %%
# The sum of the two before
# ~~~~~~~~~~~~~~~~~~~~~~~~~
# The shared variables ``older`` and ``newer`` hold neighbours in a sequence of numbers.
# Compile a function without inputs, ``grow``, that returns ``newer`` and then moves on by one place: ``older`` becomes ``newer``, and ``newer`` becomes the sum of both.
#
# .. hint::
#
#    It's nearly ``swap`` from above.

older = theano.shared(0, name="older")
newer = theano.shared(1, name="newer")
grow = ...

# %%
# .. solution::

grow = theano.function([], newer, updates=[(older, newer), (newer, older + newer)])
print(*(grow() for _ in range(10)))
# Out:
# 1 1 2 3 5 8 13 21 34 55

# %%
# These are the Fibonacci numbers.
# Both updates see the old values, so the order of the pairs doesn't matter.
#
# .. self-check::

assert grow is not ..., "Put your function in the place of the three dots."
assert callable(grow), "That's still a formula. Compile it with theano.function."
older.set_value(0)
newer.set_value(1)
answers = [int(grow()) for _ in range(6)]
assert answers == [1, 1, 2, 3, 5, 8], f"It should count 1, 1, 2, 3, 5, 8, and it counts {answers}."
print("Right.")
# Out:
# Right.

# %%
# The slope of the sine
# ~~~~~~~~~~~~~~~~~~~~~
# Let Theano differentiate ``T.sin(x)``, and keep the expression in ``slope``.
# Before you print it with ``pp``: which function do you expect in it?

x = T.dscalar("x")
slope = ...

# %%
# .. solution::

slope = T.grad(T.sin(x), x)
print(pp(slope))
# Out:
# (fill(sin(x), TensorConstant{1.0}) * cos(x))

# %%
# A cosine, as in every table of derivatives, times the 1 that ``fill`` makes.
#
# .. self-check::

assert slope is not ..., "Put your expression in the place of the three dots."
assert "cos(x)" in pp(slope), "There should be a cosine. Did you call T.grad on the sine?"
assert theano.function([x], slope)(0) == 1, "At 0 the slope of the sine is 1."
print("Right.")
# Out:
# Right.

# %%
# From many numbers to one
# ~~~~~~~~~~~~~~~~~~~~~~~~
# ``T.grad(v**2, v)`` is an error if ``v`` is a vector: try it.
# Only a single number has one direction of steepest growth.
# So take the *sum* of ``v**2``, and compile its gradient, as ``steepest``.

v = T.dvector("v")
steepest = ...

# %%
# .. solution::

try:
    T.grad(v**2, v)
except TypeError as error:
    print(error)
steepest = theano.function([v], T.grad((v**2).sum(), v))
print(steepest([1, 2, 3]))
# Out:
# cost must be a scalar.
# [2. 4. 6.]

# %%
# The gradient has a slope for each number of the vector.
# *Cost* is what Theano calls the formula to differentiate; in chapter 5 you'll see why.
#
# .. self-check::

assert steepest is not ..., "Put your function in the place of the three dots."
assert callable(steepest), "That's still a formula. Compile it with theano.function."
answer = steepest([1, 2, 3])
assert not isinstance(answer, list), "Ask for the gradient itself, without brackets."
assert answer.shape == (3,), "There should be a slope for each of the three numbers."
assert answer.tolist() == [2, 4, 6], "The slope of a square is twice the number."
print("Right.")
# Out:
# Right.

# %%
# What the article said differently
# ---------------------------------
# - It introduces shared variables as having *fixed* values. :ref:`They are what changes <errata-fixed>`.
# - It allows "NumPy types or simple constants" for them. :ref:`Not every constant works <errata-list>`: from a Python list Theano makes something that you can't compute with.
# - It wants ``updates`` to be a list of lists or tuples; :ref:`a dictionary is accepted too <errata-updates>`.
# - It says that ``fill`` makes a *matrix*. It makes :ref:`the shape of its first argument <errata-fill>`, whatever that is.
# - It differentiates a ``dscalar``. Keep it that way: :ref:`the gradient of a whole-number symbol <errata-whole-numbers>` is :claim:`0 <T.grad(sh**2, sh).eval()>`, and Theano doesn't warn you.
