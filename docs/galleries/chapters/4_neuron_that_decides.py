"""
Build a neuron that decides
===========================

.. summary:: Weights, bias and a step make a logic gate.

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
# In Theano, ``ifelse`` chooses one value or the other, and ``T.lt(z, 0)`` asks whether ``z`` is *less than* 0.

from theano.ifelse import ifelse
from theano_walkthrough.neuron import step_function  # shown in full

# %%
# The neuron itself is the two formulas, one after the other.

from theano_walkthrough.neuron import step_neuron  # shown in full

neuron = step_neuron()

# %%
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
# A neuron with a memory of its own
# ---------------------------------
# We had to hand over the weights at every call.
# When a neuron learns, its weights change all the time, so they'd better belong to it: a case for :term:`shared variables <shared variable>`.

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
# NOR (neither input) and NAND (not both) work as well, with negative weights, and so does NOT, a neuron with a single input.
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
# What is still missing
# ---------------------
# We *chose* the weights, by thinking.
# That works for gates, but not for recognising a face, so the next chapter lets the neuron find them.
#
# The step stands in the way of that.
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
# Try it yourself
# ---------------
# - Set the bias of the AND neuron to exactly -2. With both inputs on, :math:`z = 0`, and the step answers 1 there.
# - Look for weights that make one neuron compute :term:`XNOR`, 1 when both inputs are *equal*. Give up after a while; the last chapter says why.
#
# What the article said differently
# ---------------------------------
# - It stores the weights as ``np.array([1, 1])``, which are whole numbers. :ref:`They can't take a fraction later <errata-whole-weights>`, so ours have a fraction from the start.
# - Its ``print`` statements are :ref:`those of Python 2 <errata-print>`.
# - ``ifelse`` wants :ref:`a single yes or no <errata-ifelse>`. For a whole vector of sums at once, use ``T.switch``.
# - It doesn't say why such a neuron can't be trained: :ref:`the step has no slope to follow <errata-step-slope>`, and Theano says nothing.
