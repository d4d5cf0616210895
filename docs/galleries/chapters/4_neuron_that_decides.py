"""
Build a neuron that decides
===========================

.. summary:: Weights, bias and a step make a logic gate.
   :picture: 1

- **You'll build** an artificial neuron that computes the logical AND of its inputs.
- **You need** functions and shared variables, from the chapter before this one.
- **You'll know** what weights, bias and activation are, and where a neuron keeps them.

An :term:`artificial neuron` is a small decision maker.
It takes some numbers, weighs them, and says yes or no.
"""

import theano_walkthrough

import numpy as np
import theano
import theano.tensor as T

# %%
# Inputs, weights, bias, activation
# ---------------------------------
# A neuron with the inputs :math:`x_1` and :math:`x_2` has a :term:`weight` for each, :math:`w_1` and :math:`w_2`, that says how much the input counts, and a :term:`bias` :math:`b` that shifts the decision.
# It first :term:`adds everything up <weighted sum>`:
#
# .. math::
#
#    z = x_1 w_1 + x_2 w_2 + b = x \cdot w + b.
#
# The dot stands for the :term:`dot product` of :term:`vectors <vector>`: multiply them entry by entry, add up the products.
# Then the :term:`activation function` turns the sum into an :term:`answer <activation>`.
# The oldest and simplest is a :term:`step <step function>`:
#
# .. math::
#
#    a = \begin{cases} 0 & \text{if } z < 0 \\ 1 & \text{otherwise.} \end{cases}
#
# The picture has both formulas in it; read it from left to right.

from theano_walkthrough.plots import plot_neuron

figure = plot_neuron()

# %%
# .. figure-description::
#
#    A neuron as circles joined by arrows.
#    From the inputs x₁ and x₂ arrows lead to the weighted sum z; beside them stand the weights w₁ and w₂.
#    Another arrow leads from the bias b to z.
#    From z it goes on to the step, and from the step to the activation a.
#
# In code the weights are a vector, ``w``.
# Python counts from 0, so ``w[0]`` is :math:`w_1`, and ``w[1]`` is :math:`w_2`; with ``x`` it's the same.
#
# In Theano, ``ifelse`` chooses one value or the other, and ``T.lt(z, 0)`` asks whether ``z`` is *less than* 0.

from theano.ifelse import ifelse
from theano_walkthrough.neuron import step_function  # shown in full

# %%
# .. other-libraries:: choice
#
# What does it answer for a sum far below 0, or just above?

from theano_walkthrough.plots import plot_activations

z = T.scalar("z")
fire = theano.function([z], step_function(z))
figure = plot_activations({"step": np.vectorize(fire)})

# %%
# .. figure-description::
#
#    Activation over the weighted sum z.
#    It's :claim:`0 <fire(-1)>` as far as z is negative, then jumps up, and is :claim:`1 <fire(1)>` from there on.
#
# The neuron itself is the two formulas, one after the other.

from theano_walkthrough.neuron import step_neuron  # shown in full

neuron = step_neuron()

# %%
# ``T.dot`` adds up the products.
# NumPy's ``np.dot`` of symbols only multiplies, and says nothing: here it makes :claim:`two numbers <facts.functions.numpy_dot([1, 1], [1, 1]).size>` where there should be one.
# So :ref:`use the functions of T <numpy-on-symbols>` for symbols.
#
# The logical AND
# ---------------
# The AND :term:`gate` answers 1 when *both* inputs are 1.
# Which weights make a neuron do that?
# Take :math:`w = [1, 1]` and :math:`b = -1.5`: one input alone leaves :math:`z = 1 - 1.5 < 0`, both together lift it to :math:`2 - 1.5 > 0`.

weights = [1, 1]
bias = -1.5
for x in [[0, 0], [0, 1], [1, 0], [1, 1]]:
    print(x[0], "AND", x[1], "is", neuron(x, weights, bias))
# Out:
# 0 AND 0 is 0
# 0 AND 1 is 0
# 1 AND 0 is 0
# 1 AND 1 is 1

# %%
# Where does the neuron change its mind?
# Take the two inputs as directions in a plane; then the four rows of the table are the corners of a square.
# On one side :math:`z` is negative, on the other it isn't, and in between, where :math:`x \cdot w + b = 0`, runs a straight line.

from theano_walkthrough.plots import plot_dividing_lines

figure = plot_dividing_lines({"AND": (weights, bias, [0, 0, 0, 1])})

# %%
# .. figure-description::
#
#    A square with the inputs x₁ and x₂ as its axes.
#    A slanting line leaves the corner 11 on one side, which is shaded: there the answer is :claim:`1 <neuron([1, 1], weights, bias)>`.
#    The other three corners are on the other side, where it's :claim:`0 <max(neuron(x, weights, bias) for x in [[0, 0], [0, 1], [1, 0]])>`.
#    The corner 11 is a circle, since its target is 1; the others are crosses, since theirs is 0.
#
# The :term:`target` of a corner is what the gate should answer there.
# Each circle should be in the shaded part, each cross outside of it, and so they are.
# Other weights turn the line, and another bias shifts it.
#
# A neuron with a memory of its own
# ---------------------------------
# We had to hand over the weights at every call.
# When a neuron learns, its weights change all the time, so it's better if they belong to the neuron, as :term:`shared variables <shared variable>`.

from theano_walkthrough.neuron import step_neuron_with_memory  # shown in full

# %%
# ``float64`` and ``float`` make sure that weights and bias can take a fraction later, even if they begin as whole numbers.
# The rest is as before, except that the function now takes ``x`` alone.

neuron, w, b = step_neuron_with_memory(weights=[1, 1], bias=-1.5)
for x in [[0, 0], [0, 1], [1, 0], [1, 1]]:
    print(x[0], "AND", x[1], "is", neuron(x))
# Out:
# 0 AND 0 is 0
# 0 AND 1 is 0
# 1 AND 0 is 0
# 1 AND 1 is 1

# %%
# The same answers, and now the weights can be changed without touching the function.
# A bias of -0.5 lets a single input pass, which makes it the OR gate.

b.set_value(-0.5)
for x in [[0, 0], [0, 1], [1, 0], [1, 1]]:
    print(x[0], "OR", x[1], "is", neuron(x))
# Out:
# 0 OR 0 is 0
# 0 OR 1 is 1
# 1 OR 0 is 1
# 1 OR 1 is 1

# %%
# More gates from one neuron
# --------------------------
# NOR (neither input is 1) and NAND (not both are 1) work as well, with negative weights, and so does NOT, a neuron with a single input.
# You'll meet some of them again in the last chapter.

from theano_walkthrough.gates import STEP_WEIGHTS, truth_table

neuron = step_neuron()
for gate, (weights, bias) in STEP_WEIGHTS.items():
    inputs, targets = truth_table(gate)
    answers = [int(neuron(x, weights, bias)) for x in inputs]
    right = answers == targets.tolist()
    print(f"{gate:4} {answers}", "right" if right else "wrong")
# Out:
# AND  [0, 0, 0, 1] right
# OR   [0, 1, 1, 1] right
# NOT  [1, 0] right
# NOR  [1, 0, 0, 0] right
# NAND [1, 1, 1, 0] right

# %%
# Each of them has its line, except NOT: a single input makes no plane.

with_two_inputs = ["AND", "OR", "NOR", "NAND"]
figure = plot_dividing_lines(
    {gate: (*STEP_WEIGHTS[gate], truth_table(gate)[1]) for gate in with_two_inputs}
)

# %%
# .. figure-description::
#
#    Squares for AND, OR, NOR and NAND, each divided by a slanting line.
#    The lines of AND and NAND separate the corner 11 from the others, those of OR and NOR the corner 00.
#    AND is shaded at the corner 11, NAND everywhere else; NOR is shaded at the corner 00, OR everywhere else.
#    All circles are in the shaded parts, all crosses outside.
#
# AND and NAND have :claim:`the same line <np.negative(STEP_WEIGHTS["AND"].weights).tolist() == list(STEP_WEIGHTS["NAND"].weights) and STEP_WEIGHTS["AND"].bias == -STEP_WEIGHTS["NAND"].bias>`, and so :claim:`have OR and NOR <np.negative(STEP_WEIGHTS["OR"].weights).tolist() == list(STEP_WEIGHTS["NOR"].weights) and STEP_WEIGHTS["OR"].bias == -STEP_WEIGHTS["NOR"].bias>`.
# Turn the signs of all weights and of the bias, and the sides change places.
#
# Now it's your turn.
# The next neuron should be AND, but one corner, the one in a ring, lies on the wrong side.
# Which weights and which bias make it right?

figure = plot_dividing_lines({"w = [2, −1], b = −0.5": ([2, -1], -0.5, truth_table("AND")[1])})

# %%
# .. figure-description::
#
#    A square with a circle at the corner 11 and crosses at the others, as AND wants it.
#    A steep line separates the corners 00 and 01 from the corners 10 and 11, which lie in the shaded part.
#    The cross at the corner 10 has a ring: the neuron answers :claim:`1 <neuron([1, 0], [2, -1], -0.5)>` there.
#
# .. live-figure:: gate
#
# What is still missing
# ---------------------
# We *chose* the weights, by thinking.
# That works for gates, but not for recognising a face, so the next chapter lets the neuron find them.
#
# But from a step nothing can be learnt.
# Learning needs a :term:`slope` that says in which direction the weights should go, and a step is flat on both sides.
# Ask Theano for the :term:`gradient`, and it confirms that.

x = T.vector("x")
z = T.dot(x, w) + b
slope = theano.function([x], T.grad(step_function(z), w))
print(slope([1, 1]))
# Out:
# [0. 0.]

# %%
# It's :claim:`zero wherever you ask <all((slope(x) == 0).all() for x in inputs)>`.
#
# If you run this chapter as a script, these lines open its figures.

import matplotlib.pyplot as plt

plt.show()

# %%
# Try it yourself
# ---------------
# Each exercise has something to fill in, at the three dots, and a check that says whether it's right.
# Run the check before the solution, which replaces your answer.
#
# Exactly on the line
# ~~~~~~~~~~~~~~~~~~~
# With which bias do the weights ``[1, 1]`` and the inputs ``[1, 1]`` give exactly :math:`z = 0`?
# Put it in ``edge``, and guess before you try: what does the neuron answer then?

edge = ...

# %%
# .. solution::

edge = -2
print("z is", 1 + 1 + edge, "and the neuron answers", neuron([1, 1], [1, 1], edge))
# Out:
# z is 0 and the neuron answers 1

# %%
# The step says 0 where :math:`z` is *negative*, and 0 isn't.
# So this neuron is still an AND, although the corner 11 lies right on its line.
#
# .. self-check::

assert edge is not ..., "Put your bias in the place of the three dots."
assert 1 + 1 + edge == 0, "Weighted, the inputs add up to 1 + 1. What must be added to get 0?"
print("Right.")
# Out:
# Right.

# %%
# One corner of your own
# ~~~~~~~~~~~~~~~~~~~~~~
# Find weights and a bias for a neuron that answers 1 at the corner 10, and 0 at the others.
# In words: the first input is 1, and the second is *not*.
#
# .. hint::
#
#    An input that should pull the answer towards 0 needs a negative weight.

corners = [[0, 0], [0, 1], [1, 0], [1, 1]]
weights = ...
bias = ...

# %%
# .. solution::

weights = [1, -1]
bias = -0.5
print([int(neuron(x, weights, bias)) for x in corners])
# Out:
# [0, 0, 1, 0]

# %%
# Other numbers do it, too, as long as the line leaves just this corner on its side.
#
# .. self-check::

assert weights is not ..., "Put two weights in the place of the first three dots."
assert bias is not ..., "Put a bias in the place of the last three dots."
answers = [int(neuron(x, weights, bias)) for x in corners]
assert answers == [0, 0, 1, 0], f"The answers should be [0, 0, 1, 0]; yours are {answers}."
print("Right.")
# Out:
# Right.

# %%
# As many corners as possible
# ~~~~~~~~~~~~~~~~~~~~~~~~~~~
# The :term:`XNOR` gate answers 1 when both inputs are *equal*.
# Look for weights that make one neuron compute it, by hand or in a loop.
# How many corners can it get right? Put the largest number that you find in ``best``.
#
# .. hint::
#
#    ``np.linspace(-2, 2, 9)`` makes evenly spaced numbers, and ``for w1, w2, bias in product(np.linspace(-2, 2, 9), repeat=3):`` goes through every choice of weights and a bias among them.

from itertools import product

inputs, targets = truth_table("XNOR")
best = ...

# %%
# .. solution::

best = 0
for w1, w2, bias in product(np.linspace(-2, 2, 9), repeat=3):
    answers = [neuron(x, [w1, w2], bias) for x in inputs]
    best = max(best, int(sum(answers == targets)))
print("right at", best, "corners")
# Out:
# right at 3 corners

# %%
# One corner is always on the wrong side.
# It isn't your fault, nor the loop's: the last chapter says why.
#
# .. self-check::

assert best is not ..., "Put a number in the place of the three dots."
assert best < 4, "No neuron gets all of them right. Are these the targets of XNOR?"
assert best == 3, "There are better neurons. Have you tried negative weights, too?"
print("Right.")
# Out:
# Right.

# %%
# What the article said differently
# ---------------------------------
# - It stores the weights as ``np.array([1, 1])``, which are whole numbers. :ref:`They can't take a fraction later <errata-whole-weights>`, so ours have a fraction from the start.
# - Its ``print`` statements are :ref:`those of Python 2 <errata-print>`.
# - ``ifelse`` wants :ref:`a single yes or no <errata-ifelse>`. For a whole vector of sums at once, use ``T.switch``.
# - It doesn't say why such a neuron can't be trained: :ref:`the step has no slope to follow <errata-step-slope>`, and Theano says nothing.
