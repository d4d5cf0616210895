"""
A cost that doesn't break down
==============================

.. summary:: The formula for the cost breaks down when a neuron is sure and wrong. Here is one that doesn't.
   :order: 20
   :picture: 1

- **You'll see** the cost of the walkthrough turn into ``inf`` and ``nan``, and a way to write it so that it doesn't.
- **You need** the cost and the training of :doc:`chapter 5 </chapters/5_neuron_that_learns>`; the last part uses the network of :doc:`chapter 6 </chapters/6_network_that_solves_xnor>`.
- **You'll know** why ``exp`` and ``log`` need care on a computer, and which of its troubles the compiler repairs.

A formula can be right on paper and still fail on a computer.
The article's cost is such a formula: it works as long as no neuron is very sure of anything.
"""

import theano_walkthrough

import matplotlib.pyplot as plt
import numpy as np
import theano
import theano.tensor as T

from theano_walkthrough.logistic_neuron import binary_cross_entropy, logistic

# %%
# Sure and wrong
# --------------
# Take one example with the target 0, and let the neuron become more and more sure that the answer is 1.
# Its weighted sum :math:`z` grows, and the cost should be
#
# .. math::
#
#    -\ln(1 - a) = \ln(1 + e^{z}),
#
# which for a large :math:`z` is almost equal to :math:`z` itself.

z, a_hat = T.dvectors("z", "a_hat")
article_cost = binary_cross_entropy(logistic(z), a_hat)
article_slope = T.grad(article_cost, z)
compiled = theano.function([z, a_hat], [article_cost, article_slope])

with np.errstate(all="ignore"):
    for sum_ in (10, 20, 30, 40):
        cost, slope = compiled([sum_], [0])
        print(f"z {sum_}   cost {cost:.5f}")
# Out:
# z 10   cost 10.00005
# z 20   cost 20.00000
# z 30   cost 30.00102
# z 40   cost inf

# %%
# At 30 the cost is :claim:`wrong <0.001 < compiled([30], [0])[0] - 30 < 0.01>` in the third decimal place, and at 40 it's infinite.
# What happens there has nothing to do with Theano:

for sum_ in (36, 37):
    a = 1 / (1 + np.exp(-sum_))
    print(sum_, a == 1, 1 - a)
# Out:
# 36 False 2.220446049250313e-16
# 37 True 0.0

# %%
# A computer keeps some :claim:`sixteen digits <round(-np.log10(np.finfo(float).eps))>` of a number.
# The largest number below 1 is :claim:`about <1e-16 < 1 - np.nextafter(1, 0) < 2e-16>` :math:`1 - 10^{-16}`, and an activation that should be nearer to 1 than that is rounded: to 1, or to one of the few numbers just below it.
# The digits that :math:`1 - a` needs are gone before the subtraction begins, and :math:`\ln 0` is minus infinity.
#
# Sure and right is no better.
# With the target 1 the same infinity is multiplied by :math:`1 - \hat a = 0`, and :claim:`zero times infinity isn't a number <np.isnan(0 * np.inf)>`:

with np.errstate(all="ignore"):
    cost, slope = compiled([40], [1])
print(cost)
# Out:
# nan

# %%
# .. _what-the-compiler-saves:
#
# What the compiler repairs
# -------------------------
# Training needs the slope rather than the :term:`cost` itself.
# For the target 0 it should be :math:`a`, so nearly 1.
# Here are both, compiled as usual, and compiled with hardly any optimisation, Theano's :term:`mode` ``FAST_COMPILE``.

hardly_optimised = theano.function(
    [z, a_hat], [article_cost, article_slope], mode="FAST_COMPILE"
)
print("       as usual         hardly optimised")
print("  z    cost     slope   cost     slope")
with np.errstate(all="ignore"):
    for sum_ in (10, 30, 40, 800):
        cost, (slope,) = compiled([sum_], [0])
        cost2, (slope2,) = hardly_optimised([sum_], [0])
        print(f"{sum_:3} {cost:8.4f} {slope:8.4f} {cost2:8.4f} {slope2:8.4f}")
# Out:
#        as usual         hardly optimised
#   z    cost     slope   cost     slope
#  10  10.0000   1.0000  10.0000   1.0000
#  30  30.0010   1.0000  30.0010   1.0010
#  40      inf   1.0000      inf      inf
# 800      inf   1.0000      inf      nan

# %%
# The usual compilation :claim:`keeps the slope right <slope == 1>`, the other one :claim:`loses both <np.isinf(cost2) and np.isnan(slope2)>`.
# Why the slope, and not the cost?
# Look at what the compiler makes of each logarithm, and of the slope of the second.

from theano_walkthrough.overview import compiled_expression

a = logistic(z)
for name, expression in (
    ("-ln a         ", -T.log(a)),
    ("-ln(1 - a)    ", -T.log(1 - a)),
    ("slope of that ", T.grad(-T.log(1 - a).sum(), z)),
):
    print(name, compiled_expression(theano.function([z], expression)))
# Out:
# -ln a          Elemwise{Composite{scalar_softplus((-i0))}}(z)
# -ln(1 - a)     Elemwise{Composite{(-log1p((-scalar_sigmoid(i0))))}}(z)
# slope of that  sigmoid(z)

# %%
# Theano knows a number of formulas that go wrong, and replaces those that it recognises.
# The first logarithm became ``softplus(-z)``, which is safe, as we'll see.
# With the second it got only part of the way: ``log1p(-sigmoid(z))`` still takes the sigmoid first, and that's where the digits get lost.
# The slope contains no logarithm any more; everything cancelled, and what's left is a sigmoid, which is never infinite.
#
# So a step of the walkthrough's training still goes the right way when its cost has become infinite, but only thanks to a compiler that recognised the formula.
# That isn't enough to rely on.
#
# .. _a-form-that-needs-no-saving:
#
# A form that needs no repair
# ---------------------------
# The cure is not to compute the activation on the way.
# Both logarithms are functions of :math:`z`:
#
# .. math::
#
#    -\ln a = \ln(1 + e^{-z}), \qquad -\ln(1 - a) = \ln(1 + e^{z})
#
# The function :math:`\ln(1 + e^z)` is called :term:`softplus`, and ``T.nnet.softplus`` computes it without ever building a large :math:`e^z`.
# A formula that stays precise like this is called :term:`numerically stable`.

from theano_walkthrough.beyond.stable_cost import (
    stable_binary_cross_entropy,
)  # shown in full

stable_cost = stable_binary_cross_entropy(z, a_hat)
stable_slope = T.grad(stable_cost, z)
for mode in ("FAST_RUN", "FAST_COMPILE"):
    stable = theano.function([z, a_hat], [stable_cost, stable_slope], mode=mode)
    for sum_, target in ((40, 0), (30, 1), (800, 0)):
        cost, (slope,) = stable([sum_], [target])
        print(f"{mode:12}  {sum_:3}  target {target}  {cost:9.4g} {slope:10.4g}")
# Out:
# FAST_RUN       40  target 0         40          1
# FAST_RUN       30  target 1  9.358e-14 -9.358e-14
# FAST_RUN      800  target 0        800          1
# FAST_COMPILE   40  target 0         40          1
# FAST_COMPILE   30  target 1  9.358e-14 -9.358e-14
# FAST_COMPILE  800  target 0        800          1

# %%
# The cost and its slope, the same in both modes.
# In a picture:

sums = np.linspace(33, 38, 1001)
stable = theano.function([z], T.nnet.softplus(z))
with np.errstate(divide="ignore"):
    article = -np.log(1 - 1 / (1 + np.exp(-sums)))
from theano_walkthrough.plots import plot_curves

curves = {"stable": stable(sums), "article": article}
figure = plot_curves(sums, curves, x_label="z", y_label="cost")

# %%
# .. figure-description::
#
#    Cost over the weighted sum z :claim:`from 33 to 38 <sums[[0, -1]]>`, for the target 0.
#    The stable form is a straight line with :claim:`slope 1 <np.allclose(np.gradient(curves['stable'], sums), 1)>`.
#    The article's form climbs along it in stairs that get longer and higher, and ends shortly before :claim:`37 <np.ceil(sums[np.isfinite(article)][-1])>`.
#
# The stairs are the few numbers below 1 that are left; where they end, the cost is infinite.
#
# Theano brings the stable form along, as ``T.nnet.sigmoid_binary_crossentropy``.
# It takes :math:`z` too, and that's how you can tell it from ``T.nnet.binary_crossentropy``, which takes an activation and therefore depends on the compiler again.

ready_made = {
    "sigmoid_binary_crossentropy": T.nnet.sigmoid_binary_crossentropy(z, a_hat),
    "binary_crossentropy": T.nnet.binary_crossentropy(T.nnet.sigmoid(z), a_hat),
}
with np.errstate(all="ignore"):
    for name, cost in ready_made.items():
        for mode in ("FAST_RUN", "FAST_COMPILE"):
            value = theano.function([z, a_hat], cost, mode=mode)([40], [0])[0]
            print(f"{name:27}  {mode:12}  {value}")
# Out:
# sigmoid_binary_crossentropy  FAST_RUN      40.0
# sigmoid_binary_crossentropy  FAST_COMPILE  40.0
# binary_crossentropy          FAST_RUN      40.0
# binary_crossentropy          FAST_COMPILE  inf

# %%
# Train with it
# -------------
# A training step takes the weighted sum now, and computes the activation only to return it.

from theano_walkthrough.beyond.stable_cost import (
    stable_training_step,
)  # shown in full

# %%
# Does it still learn the same?
# With a learning rate of 0.5, the training fits into 600 steps.
# First the neuron, on AND, from the same start as in chapter 5.

from theano_walkthrough.gates import truth_table
from theano_walkthrough.logistic_neuron import start_neuron, training_step
from theano_walkthrough.training import train

inputs, targets = truth_table("AND")
x = T.matrix("x")
neuron = start_neuron(seed=0)
neuron_sum = T.dot(x, neuron.w) + neuron.b
article_step = training_step(start_neuron(seed=0), learning_rate=0.5)
stable_step = stable_training_step(
    x, neuron_sum, [neuron.w, neuron.b], learning_rate=0.5
)

article = train(article_step, inputs, targets, iterations=600)
stable = train(stable_step, inputs, targets, iterations=600)
print(stable.activations.round(2), f"cost {stable.costs[-1]:.3f}")
print("same costs:", np.allclose(stable.costs, article.costs, rtol=1e-12, atol=0))
# Out:
# [0.   0.02 0.02 0.98] cost 0.058
# same costs: True

# %%
# The cost is :claim:`where a rate of 0.01 has brought it after 30 000 steps <abs(stable.costs[-1] - train(training_step(start_neuron(seed=0), 0.01), inputs, targets, 30_000).costs[-1]) < 0.001>`, in chapter 5.
# Then the network, on XNOR, from the start of chapter 6.

from theano_walkthrough.network import (
    layers,
    network_training_step,
    start_network,
)

inputs, targets = truth_table("XNOR")
network = start_network(seed=0)
a1, a2, hidden, a3 = layers(x, network)
network_sum = T.dot(hidden, network.w3) + network.b2
parameters = [network.w1, network.w2, network.w3, network.b1, network.b2]
article_step = network_training_step(start_network(seed=0), learning_rate=0.5)
stable_step = stable_training_step(x, network_sum, parameters, learning_rate=0.5)

article = train(article_step, inputs, targets, iterations=600)
stable = train(stable_step, inputs, targets, iterations=600)
print(stable.activations.round(2), f"cost {stable.costs[-1]:.3f}")
print("same costs:", np.allclose(stable.costs, article.costs, rtol=1e-12, atol=0))
# Out:
# [0.98 0.01 0.01 0.98] cost 0.060
# same costs: True

# %%
# All :claim:`600 costs <len(stable.costs)>` agree each time, to :claim:`twelve digits <np.allclose(stable.costs, article.costs, rtol=10 ** -12, atol=0)>`.
# The stable form changes nothing while things go well.
#
# The difference shows when they don't.
# At the end of chapter 5 a learning rate of 100 made the cost ``nan`` after a few iterations.

from theano_walkthrough.training import TrainingDivergedError

inputs, targets = truth_table("AND")
article_neuron = start_neuron(seed=0)
try:
    train(
        training_step(article_neuron, learning_rate=100),
        inputs,
        targets,
        iterations=100,
    )
except TrainingDivergedError as error:
    print("article:", error)

stable_neuron = start_neuron(seed=0)
stable_sum = T.dot(x, stable_neuron.w) + stable_neuron.b
step = stable_training_step(
    x, stable_sum, [stable_neuron.w, stable_neuron.b], learning_rate=100
)
run = train(step, inputs, targets, iterations=100)
print("stable: ", run.costs[:4].round(1), "...", run.costs[-1].round(1))
print("        ", run.activations.round(2))
# Out:
# article: the cost is nan at iteration 3: try a smaller learning rate
# stable:  [  5.3 393.1  93.1 170.1] ... 0.0
#          [0. 0. 0. 1.]

# %%
# With the stable form the neuron :claim:`jumps about wildly <run.costs.max() > 100>`, at costs in the hundreds, but it jumps *in the right direction*, and within :claim:`a hundred <len(run.costs)>` iterations it :claim:`has learnt AND <(run.activations.round() == targets).all()>`.
# That a rate of 100 works here is luck: the gate is simple.
# But a bad choice of the learning rate has become what it should be, something that you can see and correct.
#
# If you run this page as a script, one more line opens its figure.

plt.show()

# %%
# Try it yourself
# ---------------
# Each exercise has something to fill in, at the three dots, and a check that says whether it's right.
# Run the check before the solution, which replaces your answer.
#
# Sure and wrong, the other way round
# ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
# Let the neuron be sure and wrong with :math:`z = -37`, where the target is 1.
# What does ``compiled`` give for the article's cost?
# Keep it in ``surprise``.
#
# .. hint::
#
#    ``compiled`` takes a list of sums and a list of targets, and returns the cost and the slope.

surprise = ...

# %%
# .. solution::

surprise, slope = compiled([-37], [1])
print(surprise)
# Out:
# 37.0

# %%
# That's as it should be.
# Here the cost is :math:`-\ln a`, and that's the logarithm which the compiler knows.
#
# .. self-check::

assert surprise is not ..., "Put the cost in the place of the three dots."
assert not isinstance(surprise, list), (
    "compiled returns cost and slope. Keep the first one."
)
assert np.isfinite(surprise), "It should be finite. Is z -37, and the target 1?"
assert abs(surprise - 37) < 1e-6, "It should be 37. Is z -37, and the target 1?"
print("Right.")
# Out:
# Right.

# %%
# Fewer digits
# ~~~~~~~~~~~~
# In single precision a number keeps :claim:`less than half <np.finfo("float32").precision < np.finfo("float64").precision * (1 / 2)>` of the digits, and ``singles`` holds such numbers.
# From which of these :math:`z` on is the activation exactly 1, so that :math:`1 - a` is 0?
# Keep it in ``limit``.
#
# .. hint::
#
#    ``1 / (1 + np.exp(-singles))`` computes all the activations, and ``a == 1`` tells which of them are 1.

singles = np.arange(1, 41, dtype="float32")
limit = ...

# %%
# .. solution::

a = 1 / (1 + np.exp(-singles))
limit = singles[a == 1][0]
print(limit)
# Out:
# 17.0

# %%
# With all the digits it was :claim:`37 <next(z for z in range(1, 41) if 1 / (1 + np.exp(-z)) == 1)>`.
# ``T.fvectors("z", "a_hat")`` makes symbols for such numbers; compiled to C, the article's cost is infinite from there on, too.
#
# .. self-check::

assert limit is not ..., "Put your z in the place of the three dots."
one_more = 1 / (1 + np.exp(-singles[singles >= limit]))
assert (one_more == 1).all(), "There the activation is still below 1. Go on."
assert limit == 17, "It's 1 before that, in single precision."
print("Right.")
# Out:
# Right.

# %%
# A bad start stays bad
# ~~~~~~~~~~~~~~~~~~~~~
# Train the network on XNOR from seed 15, which gets stuck in chapter 6, but with the stable cost and the usual learning rate.
# Call the training ``run``.
# Does it help?
#
# .. hint::
#
#    Do as with XNOR above, but leave out ``learning_rate`` and ``iterations``.

inputs, targets = truth_table("XNOR")
network = start_network(seed=15)
run = ...

# %%
# .. solution::

a1, a2, hidden, a3 = layers(x, network)
network_sum = T.dot(hidden, network.w3) + network.b2
parameters = [network.w1, network.w2, network.w3, network.b1, network.b2]
run = train(stable_training_step(x, network_sum, parameters), inputs, targets)
print(run.activations.round(2), f"cost {run.costs[-1]:.3f}")
# Out:
# [0.98 0.02 0.5  0.49] cost 1.433

# %%
# It gets stuck as before.
# A stable cost isn't a cure for a :doc:`bad start <reliability>`.
#
# .. self-check::

assert run is not ..., "Put your training in the place of the three dots."
assert abs(run.costs[0] - 4.225) < 0.001, (
    "The first cost should be 4.225, as from seed 15."
)
assert len(run.costs) == 30_000, "Train for 30 000 iterations, as chapter 6 does."
assert abs(run.costs[-1] - 1.433) < 0.001, (
    "The last should be 1.433, at a rate of 0.01."
)
print("Right.")
# Out:
# Right.
