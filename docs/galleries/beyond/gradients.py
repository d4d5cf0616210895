"""
Different ways to a gradient
============================

.. summary:: Derived by Theano, derived by hand, and measured: the same numbers, at very different costs.
   :order: 40
   :picture: 1

- **You'll see** the same gradients found in different ways: by Theano, by hand, and by trying out.
- **You need** the neuron of :doc:`the fifth chapter </chapters/5_neuron_that_learns>` and the network of :doc:`the sixth </chapters/6_network_that_solves_xnor>`.
- **You'll know** the chain rule at work, why a measured gradient is never quite right, and what each way costs.

In the walkthrough one line did all the mathematics: ``T.grad``.
How could you check it?
Get the same numbers in other ways, which have nothing to do with each other.
"""

import theano_walkthrough

import matplotlib.pyplot as plt
import numpy as np
import theano
import theano.tensor as T

from theano_walkthrough.gates import truth_table
from theano_walkthrough.logistic_neuron import (
    activation,
    binary_cross_entropy,
    start_neuron,
)

# %%
# The first way: symbols
# ----------------------
# Take the untrained neuron, write down its cost, and let Theano derive the gradients.

inputs, targets = truth_table("AND")
neuron = start_neuron(seed=0)
x, a_hat = T.matrix("x"), T.vector("a_hat")
cost = binary_cross_entropy(activation(x, neuron.w, neuron.b), a_hat)
derive = theano.function([x, a_hat], T.grad(cost, [neuron.w, neuron.b]))

symbolic = derive(inputs, targets)
for name, slope in zip(["w", "b"], symbolic):
    print(name, slope.round(4))
# Out:
# w [0.7945 0.784 ]
# b 2.3785

# %%
# The second way: by hand
# -----------------------
# Here is the neuron once more, without Theano.
# It's a chain: the weights make the sum :math:`z`, the sum makes the activation :math:`a`, the activation makes the cost :math:`C`.

from theano_walkthrough.beyond.manual_gradients.forward import (
    logistic,
    cross_entropy,
)  # shown in full
from theano_walkthrough.beyond.manual_gradients.forward import (
    neuron_forward,
    neuron_cost,
)  # shown in full

# %%
# How does the cost change when a weight changes a little?
# The weight moves the sum, the sum moves the activation, the activation moves the cost, and each link makes the movement larger or smaller.
# The :term:`chain rule` says: multiply.
# For one example with its inputs :math:`x`:
#
# .. math::
#
#    \frac{\partial C}{\partial w} = \frac{\partial C}{\partial a} \cdot \frac{\partial a}{\partial z} \cdot \frac{\partial z}{\partial w}
#
# Small problems instead of a large one.
# Start at the end of the chain.
#
# **The cost.**
# The derivative of :math:`\ln a` is :math:`1 / a`, and that of :math:`\ln (1 - a)` is :math:`-1 / (1 - a)`.
# Bring both to a common denominator:
#
# .. math::
#
#    C = -\hat a \ln a - (1 - \hat a) \ln (1 - a)
#    \quad\Rightarrow\quad
#    \frac{\partial C}{\partial a} = -\frac{\hat a}{a} + \frac{1 - \hat a}{1 - a} = \frac{a - \hat a}{a (1 - a)}
#
# **The activation.**
# The derivative of :math:`e^{-z}` is :math:`-e^{-z}`, and that of :math:`1 / u` is :math:`-1 / u^2`; the two minus signs cancel.
# What comes out can be said with :math:`a` alone, because :math:`1 - a = e^{-z} / (1 + e^{-z})`:
#
# .. math::
#
#    a = \frac{1}{1 + e^{-z}}
#    \quad\Rightarrow\quad
#    \frac{\partial a}{\partial z} = \frac{e^{-z}}{(1 + e^{-z})^2} = a (1 - a)
#
# **The sum.**
# A weight is multiplied by its input, and the bias is simply added:
#
# .. math::
#
#    z = x \cdot w + b
#    \quad\Rightarrow\quad
#    \frac{\partial z}{\partial w} = x, \qquad
#    \frac{\partial z}{\partial b} = 1
#
# Now multiply the first two.
# The slope :math:`a (1 - a)` of the activation appears above and below the line, and cancels.
# What's left is called :math:`\delta`, the error:
#
# .. math::
#
#    \delta = \frac{\partial C}{\partial a} \cdot \frac{\partial a}{\partial z} = a - \hat a, \qquad
#    \frac{\partial C}{\partial w} = \delta \, x, \qquad
#    \frac{\partial C}{\partial b} = \delta
#
# That was one example.
# The cost adds up the examples, so the gradients are added up, too.
# In NumPy the product with ``inputs.T``, the inputs turned on their side, multiplies and adds in one go.

from typing import NamedTuple
from theano_walkthrough.beyond.manual_gradients.backward import (
    Step,
    neuron_step,
)  # shown in full

start = [neuron.w.get_value(), neuron.b.get_value()]
by_hand = neuron_step(start, inputs, targets).gradients
for name, slope in zip(["w", "b"], by_hand):
    print(name, slope.round(4))
# Out:
# w [0.7945 0.784 ]
# b 2.3785

# %%
# The third way: try it out
# -------------------------
# You can find the slope of a hill without a map: take a small step to one side, a small step to the other, and compare the heights.
# Divide by the distance between the two places, and you have the slope:
#
# .. math::
#
#    \frac{\partial C}{\partial w} \approx \frac{C(w + h) - C(w - h)}{2 h}
#
# These are :term:`finite differences`, finite because the step :math:`h` isn't infinitely small.
# No derivation is needed; the cost may be anything that returns a number.

from functools import partial

from theano_walkthrough import validation
from theano_walkthrough.beyond.finite_differences import (
    finite_differences,
)  # shown in full

neuron_height = partial(neuron_cost, inputs=inputs, targets=targets)
measured = finite_differences(neuron_height, start)
for name, slope in zip(["w", "b"], measured):
    print(name, slope.round(4))
# Out:
# w [0.7945 0.784 ]
# b 2.3785

# %%
# Side by side
# ------------
# Lay all numbers in one row for each way, and look at more digits.

rows = [np.hstack(gradients) for gradients in (symbolic, by_hand, measured)]
print("      symbolic     by hand      measured")
for name, *slopes in zip(["w[0]", "w[1]", "b"], *rows):
    print(f"{name:4}", *(f"{slope:12.8f}" for slope in slopes))
exact = np.allclose(rows[1], rows[0], rtol=1e-13)
near = np.abs(rows[2] - rows[0]).max() < 1e-9
print("by hand equals symbolic up to rounding:", exact)
print("measured differs by less than 1e-9:", near)
# Out:
#       symbolic     by hand      measured
# w[0]   0.79448519   0.79448519   0.79448519
# w[1]   0.78396763   0.78396763   0.78396763
# b      2.37849705   2.37849705   2.37849705
# by hand equals symbolic up to rounding: True
# measured differs by less than 1e-9: True

# %%
# The network
# -----------
# Forward, the output neuron reads what the hidden neurons say.

from theano_walkthrough.beyond.manual_gradients.forward import (
    network_forward,
    network_cost,
)  # shown in full

# %%
# Backward, begin at the end again.
# The output neuron is a neuron like the one above, only that its inputs are :math:`a_1` and :math:`a_2`.
# So its error is :math:`\delta_3 = a_3 - \hat a`, and its gradients are known:
#
# .. math::
#
#    \frac{\partial C}{\partial w_3[0]} = \delta_3 \, a_1, \qquad
#    \frac{\partial C}{\partial w_3[1]} = \delta_3 \, a_2, \qquad
#    \frac{\partial C}{\partial b_2} = \delta_3
#
# For a hidden neuron the chain is longer; take the first: :math:`w_1` makes :math:`z_1`, then :math:`a_1`, then :math:`z_3`, and from there it goes on as before.
# We've already got the end of it, since :math:`\delta_3` is how the cost changes with :math:`z_3`.
# What's new is made of links that we know.
# In :math:`z_3 = w_3[0] \, a_1 + w_3[1] \, a_2 + b_2` the activation :math:`a_1` is multiplied by :math:`w_3[0]`, and the slope of the logistic function is :math:`a_1 (1 - a_1)`:
#
# .. math::
#
#    \delta_1 = \frac{\partial C}{\partial z_1}
#    = \frac{\partial C}{\partial z_3} \cdot \frac{\partial z_3}{\partial a_1} \cdot \frac{\partial a_1}{\partial z_1}
#    = \delta_3 \cdot w_3[0] \cdot a_1 (1 - a_1)
#
# This time nothing cancels.
# The second has :math:`w_3[1]` and :math:`a_2` in their place.
# The last link is the sum of a neuron, as above:
#
# .. math::
#
#    \frac{\partial C}{\partial w_1} = \delta_1 \, x, \qquad
#    \frac{\partial C}{\partial w_2} = \delta_2 \, x, \qquad
#    \frac{\partial C}{\partial b_1} = \delta_1 + \delta_2
#
# The bias :math:`b_1` is used by both hidden neurons, so a chain leads from it to the cost through either, and what comes through them is added.

from theano_walkthrough.beyond.manual_gradients.backward import (
    network_step,
)  # shown in full

# %%
# Each ``delta`` is computed once, and used for everything that lies before it.
# That's all that the name :term:`backpropagation` means: the chain rule, from the back to the front, without doing anything again.
#
# Does it give what Theano gives, and what trying out gives?

from theano_walkthrough.network import layers, start_network

inputs, targets = truth_table("XNOR")
network = start_network(seed=0)
parameters = [network.w1, network.w2, network.w3, network.b1, network.b2]
cost = binary_cross_entropy(layers(x, network)[3], a_hat)
symbolic = theano.function([x, a_hat], T.grad(cost, parameters))(inputs, targets)

start = [parameter.get_value() for parameter in parameters]
by_hand = network_step(start, inputs, targets).gradients

network_height = partial(network_cost, inputs=inputs, targets=targets)
measured = finite_differences(network_height, start)

names = ["w1[0]", "w1[1]", "w2[0]", "w2[1]", "w3[0]", "w3[1]", "b1", "b2"]
rows = [np.hstack(gradients) for gradients in (symbolic, by_hand, measured)]
print("       symbolic     by hand      measured")
for name, *slopes in zip(names, *rows):
    print(f"{name:5}", *(f"{slope:12.8f}" for slope in slopes))
exact = np.allclose(rows[1], rows[0], rtol=1e-12)
near = np.abs(rows[2] - rows[0]).max() < 1e-9
print("by hand equals symbolic up to rounding:", exact)
print("measured differs by less than 1e-9:", near)
# Out:
#        symbolic     by hand      measured
# w1[0]   0.04689408   0.04689408   0.04689408
# w1[1]   0.05005501   0.05005501   0.05005501
# w2[0]   0.04670751   0.04670751   0.04670751
# w2[1]   0.05193958   0.05193958   0.05193958
# w3[0]   1.21842355   1.21842355   1.21842355
# w3[1]   1.11801406   1.11801406   1.11801406
# b1      0.17913906   0.17913906   0.17913906
# b2      1.40809035   1.40809035   1.40809035
# by hand equals symbolic up to rounding: True
# measured differs by less than 1e-9: True

# %%
# Look at the sizes.
# The weights of the output neuron have gradients :claim:`more than twenty times <rows[0][4:6].min() > 20 * rows[0][:4].max()>` those of the hidden neurons: on its way back, the blame is multiplied by a weight, here :claim:`0.51 or 0.40 <start[2]>`, and by a slope :math:`a (1 - a)`, which is never more than :claim:`a quarter <logistic(0) * (1 - logistic(0))>`.
# That's one reason why the network learns so slowly at first.
#
# Why measuring is never quite right
# ----------------------------------
# A smaller step should give a better slope, so why not take a tiny one?
# Let's try smaller and smaller steps, and look at the largest error among the numbers.

from theano_walkthrough.plots import plot_errors

step_sizes = 10.0 ** -np.arange(1, 13)
attempts = [
    np.hstack(finite_differences(network_height, start, size))
    for size in step_sizes
]
errors = np.abs(np.array(attempts) - rows[1]).max(axis=1)
figure = plot_errors(step_sizes, errors)

# %%
# .. figure-description::
#
#    Error of the measured gradient over the step size, both on logarithmic scales.
#    The curve is a V: from a step of :claim:`1e-12 <np.isclose(step_sizes[-1], 1e-12, atol=0)>` on the left the error falls :claim:`below 1e-9 <errors.min() < 1e-9>` at a step :claim:`near 1e-5 <0.1 <= step_sizes[errors.argmin()] / 1e-5 <= 10>`, then rises to :claim:`6e-4 <errors[0]>` at a step of :claim:`0.1 <step_sizes[0]>`.
#
# The curve is a V, so there's a best step in the middle.
# Read it from right to left.
#
# On the right, the error comes from the *step*.
# The landscape is curved, and places that are far apart don't give the exact slope between them.
# Each time the step shrinks to :claim:`a tenth <step_sizes[1] / step_sizes[0]>`, this error shrinks to :claim:`a hundredth <errors[1] / errors[0]>`: it grows with :math:`h^2`.

for size, error in zip(step_sizes[:4], errors[:4]):
    print(f"step {size:.0e}   error {error:.0e}")
# Out:
# step 1e-01   error 6e-04
# step 1e-02   error 6e-06
# step 1e-03   error 6e-08
# step 1e-04   error 6e-10

# %%
# On the left, the error comes from the *numbers*.
# A computer keeps :claim:`about 16 digits <-np.log10(np.finfo(float).eps)>`.
# Here the cost is :claim:`near 4 <network_height(start)>`, so what's rounded away is :claim:`smaller <np.spacing(network_height(start)) < 1e-15>` than :math:`10^{-15}`, which seems like nothing.
# But with a tiny step the two costs agree in nearly all their digits, and their difference consists of what's left: mostly rounding.
# Then it's divided by the tiny step, and nothing becomes something.
# This error grows as the step shrinks.
# It's erratic, so we don't print it but compare it with a bound, :math:`10^{-14} / h`.

for size, error in zip(step_sizes[4:], errors[4:]):
    bound = 1e-14 / size
    print(f"step {size:.0e}   error below {bound:.0e}: {error < bound}")
print("the step of 1e-12 is worse than that of 1e-2:", errors[11] > errors[1])
# Out:
# step 1e-05   error below 1e-09: True
# step 1e-06   error below 1e-08: True
# step 1e-07   error below 1e-07: True
# step 1e-08   error below 1e-06: True
# step 1e-09   error below 1e-05: True
# step 1e-10   error below 1e-04: True
# step 1e-11   error below 1e-03: True
# step 1e-12   error below 1e-02: True
# the step of 1e-12 is worse than that of 1e-2: True

# %%
# Between the two lies :claim:`the best choice <1e-6 <= step_sizes[errors.argmin()] <= 1e-4>`, near :math:`10^{-5}`; that's why it's :claim:`the default <facts.functions.default(finite_differences, "step_size") == 1e-5>` of ``finite_differences``.
# Even there :claim:`fewer than twelve digits <errors.min() > 10 ** -12>` are right, where the formulas agree in :claim:`twelve or more <np.allclose(rows[1], rows[0], rtol=10 ** -12, atol=0)>`.
#
# What each way costs
# -------------------
# Trying out looks at the cost on either side of every single number.
# Let's count the looks, with a ``Mock``: it passes each call on and keeps count.

from unittest.mock import Mock

for name, height, place in (
    ("neuron ", neuron_height, [neuron.w.get_value(), neuron.b.get_value()]),
    ("network", network_height, start),
):
    counted = Mock(wraps=height)
    finite_differences(counted, place)
    numbers = np.hstack(place).size
    looks = counted.call_count
    print(f"{name}  {numbers} numbers  cost computed {looks} times")
# Out:
# neuron   3 numbers  cost computed 6 times
# network  8 numbers  cost computed 16 times

# %%
# The other two ways run forward once and backward once, no matter how many numbers there are.
# For so few numbers nobody cares.
# A network for recognising handwriting is larger: :claim:`28 by 28 pixels and 128 hidden neurons make more than a hundred thousand weights <28 * 28 * 128 > 100_000>`, and :claim:`two hundred thousand <looks / numbers * 100_000>` looks at all examples would be a single step of its training.
#
# So each way has its place:
#
# - **Symbols** are for training. You write the cost, the rest follows, and a new network needs no new mathematics.
# - **By hand** is for understanding. It's fast and needs no library, but every change to the network means deriving again, and a forgotten factor says nothing.
# - **Trying out** is for checking. It's too slow and too rough to train with, but it can't be wrong in the way that a derivation can. That's how this site's tests check both of the others.
#
# If you run this chapter as a script, one more line opens its figure.

plt.show()

# %%
# Try it yourself
# ---------------
# Each exercise has something to fill in, at the three dots, and a check that says whether it's right.
# Run the check before the solution, which replaces your answer.
#
# Find the forgotten factor
# ~~~~~~~~~~~~~~~~~~~~~~~~~
# ``careless`` holds the gradients of ``w1``, ``w2``, ``w3``, ``b1`` and ``b2``, derived by somebody who has forgotten a factor.
# Which of them are wrong?
# Compare them with the measured ones, and keep the parameters' names in a list, as in ``["w2", "w3"]``.
#
# .. hint::
#
#    ``measured`` has the gradients that were measured, in the same order. ``np.allclose`` with ``rtol=1e-6`` compares a pair of them.

a1, a2, hidden, a3 = network_forward(start, inputs)
w3 = start[2]
delta3 = a3 - targets
delta1 = delta3 * w3[0]
delta2 = delta3 * w3[1] * a2 * (1 - a2)
careless = [
    inputs.T @ delta1,
    inputs.T @ delta2,
    hidden.T @ delta3,
    (delta1 + delta2).sum(),
    delta3.sum(),
]
wrong = ...

# %%
# .. solution::

wrong = []
names = ["w1", "w2", "w3", "b1", "b2"]
for name, slope, good in zip(names, careless, measured):
    if not np.allclose(slope, good, rtol=1e-6):
        wrong.append(name)
print(wrong)
# Out:
# ['w1', 'b1']

# %%
# ``delta1`` goes into these gradients and into no others: there, ``* a1 * (1 - a1)`` is missing.
# So measuring doesn't only say that something is wrong, but also where to look.
#
# .. self-check::

assert wrong is not ..., "Put your list in the place of the three dots."
assert "w1" in wrong, "Compare the gradient of w1 with measured[0]."
assert "b1" in wrong, "Both hidden neurons use b1. Compare its gradient, too."
assert len(wrong) == 2, "Some of these are right, as the measured ones say."
print("Right.")
# Out:
# Right.

# %%
# A look to one side only
# ~~~~~~~~~~~~~~~~~~~~~~~
# Measure how steeply the neuron's cost rises with its bias, but look to one side only: divide the difference between the costs above and here by a step of 1e-4.
# Keep what you find in ``one_sided``.
# How good is it?
#
# .. hint::
#
#    ``neuron_height([w, b])`` is the cost here.

w, b = neuron.w.get_value(), neuron.b.get_value()
one_sided = ...

# %%
# .. solution::

size = 1e-4
one_sided = (neuron_height([w, b + size]) - neuron_height([w, b])) / size
two_sided = finite_differences(neuron_height, [w, b], size)[1]
derived = neuron_step([w, b], *truth_table("AND")).gradients[1]
print("one side:   error above 1e-5:", abs(one_sided - derived) > 1e-5)
print("both sides: error below 1e-9:", abs(two_sided - derived) < 1e-9)
# Out:
# one side:   error above 1e-5: True
# both sides: error below 1e-9: True

# %%
# The landscape is curved, and looks to both sides cancel most of that.
# So the second look is worth it.
#
# .. self-check::

assert one_sided is not ..., "Put your slope in the place of the three dots."
error = abs(one_sided - neuron_step([w, b], *truth_table("AND")).gradients[1])
assert error < 1e-3, "That isn't the slope. Move only b, by 1e-4."
assert error > 1e-6, "That's too good. Look to one side only, by 1e-4."
print("Right.")
# Out:
# Right.

# %%
# On the floor of the valley
# ~~~~~~~~~~~~~~~~~~~~~~~~~~
# Train the neuron on AND with ``descend``, which uses the gradients found by hand, and measure its slopes where it ends.
# Keep them, in one row, in ``slopes``.
#
# .. hint::
#
#    ``descend(neuron_step, [w, b], *truth_table("AND"))`` returns the trained ``parameters``. ``finite_differences`` finds the slopes there, and ``np.hstack`` puts them in one row.

from theano_walkthrough.beyond.manual_gradients import descend

w, b = neuron.w.get_value(), neuron.b.get_value()
slopes = ...

# %%
# .. solution::

run = descend(neuron_step, [w, b], *truth_table("AND"))
slopes = np.hstack(finite_differences(neuron_height, run.parameters))
print(slopes.round(3))
# Out:
# [-0.007 -0.007  0.01 ]

# %%
# At the start the bias had a slope of :claim:`2.38 <derived>`.
# The floor is nearly flat, so the steps have become small, too.
#
# .. self-check::

assert slopes is not ..., "Put your slopes in the place of the three dots."
slopes = np.ravel(slopes)
assert len(slopes) == 3, (
    "There should be three numbers: put them in one row with np.hstack."
)
assert abs(slopes).max() < 0.02, (
    "That's too steep for the floor. Measure at the parameters that descend returned."
)
assert abs(slopes).max() > 0.002, "That's flatter than it gets in 30 000 steps."
print("Right.")
# Out:
# Right.
