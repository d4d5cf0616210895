"""
Train a neuron
==============

.. summary:: Cost, gradient descent and the training loop: a neuron learns AND.
   :picture: 4

- **You'll build** a neuron that finds its own weights for the AND gate, and a plot of how it got there.
- **You need** gradients and shared variables, and the neuron of the chapter before this one.
- **You'll know** activation, cost, gradient descent and the training loop: the four parts of every training.

The last :term:`neuron` was told its :term:`weights <weight>`.
This one starts with :term:`random weights <initialisation>`, looks at how wrong its answers are, and improves its weights :claim:`thirty thousand times <facts.walkthrough.iterations()>`.
"""

import theano_walkthrough

import matplotlib.pyplot as plt
import numpy as np
import theano
import theano.tensor as T

# %%
# A start at random
# -----------------
# The neuron's :term:`parameters <parameter>` are :term:`shared variables <shared variable>` again: a weight for each input, drawn at random between 0 and 1, and a :term:`bias` of 1.
# We draw them from a generator with a :term:`seed`, a number that fixes which random numbers come.
# With the same seed you'll get the same neuron as on this page, digit by digit.

from dataclasses import dataclass

from theano.compile import SharedVariable
from theano_walkthrough.logistic_neuron import Neuron  # shown in full

# %%
# A small class holds the two together, so that you can pass them around as one thing.

from random import Random
from theano_walkthrough.logistic_neuron import start_neuron  # shown in full

neuron = start_neuron(seed=0)
print(neuron.w.get_value().round(2), neuron.b.get_value())
# Out:
# [0.84 0.76] 1.0

# %%
# The activation, with a slope
# ----------------------------
# The :term:`step function` has no slope that learning could follow.
# So we take a step with rounded corners, the :term:`logistic function`, also called *sigmoid*:
#
# .. math::
#
#    a = \frac{1}{1 + e^{-z}}

from theano_walkthrough.plots import plot_activations
from theano_walkthrough.logistic_neuron import logistic  # shown in full

figure = plot_activations(
    {
        "step": lambda z: np.where(z < 0, 0.0, 1.0),
        "logistic": lambda z: 1 / (1 + np.exp(-z)),
    },
)

# %%
# .. figure-description::
#
#    Activation over z.
#    The step function jumps from 0 to 1 at z = 0.
#    The logistic function rises smoothly from 0 to 1 and passes the middle at z = 0.
#
# Far to the left it's :claim:`nearly 0 <np.isclose(logistic(theano.shared(-6.0)).eval(), 0, atol=0.01)>`, far to the right :claim:`nearly 1 <np.isclose(logistic(theano.shared(6.0)).eval(), 1, atol=0.01)>`, and in between it has a :term:`slope` everywhere.
# At :math:`z = 4` the :term:`activation` is :claim:`0.98 <logistic(theano.shared(4.0)).eval()>`, which can be read as ":claim:`98 % sure <logistic(theano.shared(4.0)).eval()>` that it's a yes".
#
# Now the neuron as a whole.

from theano_walkthrough.logistic_neuron import activation  # shown in full

# %%
# It's the :term:`sum <weighted sum>` of the last chapter with another activation, but there is one more difference: ``x`` will be a :term:`matrix`, with one :term:`example` in each row.
# The :term:`dot product` of a matrix and a :term:`vector` gives one sum for each row, so a single call answers :term:`all examples <batch>`.
#
# The cost: how wrong are we?
# ---------------------------
# To improve, the neuron must be told how wrong it is, in a single number, the :term:`cost`.
# The wanted answers are called :term:`targets <target>`; our formulas call them :math:`\hat a`, and the code ``a_hat``.
# For yes-or-no answers, the usual cost is the :term:`binary cross-entropy`:
#
# .. math::
#
#    C = -\sum_{i} \Bigl( \hat a_i \ln a_i + (1 - \hat a_i) \ln (1 - a_i) \Bigr)
#
# For each example only one of the two terms counts.
# If the target is 1, it's :math:`-\ln a`: nothing for an activation of 1, more and more as the activation falls to 0.
# If the target is 0, it's :math:`-\ln(1 - a)`, the mirror image.
# To be sure and wrong costs a lot.

from theano_walkthrough.logistic_neuron import binary_cross_entropy  # shown in full

# %%
# How much does a neuron pay if it can't decide and always says :math:`\tfrac12`?
# That's :math:`-\ln \tfrac12 = \ln 2` for each example, :math:`4 \ln 2 \approx 2.77` for all of ours.
# Keep this number in mind: you'll meet it again.
#
# .. predict::
#
#    And a neuron that is nearly sure of all its answers?
#    What will it pay if they're right, and what if they're wrong?

a, a_hat = T.vectors("a", "a_hat")
price = theano.function([a, a_hat], binary_cross_entropy(a, a_hat))
print(f"undecided       {price([0.5, 0.5, 0.5, 0.5], [0, 0, 0, 1]):.2f}")
print(f"right and sure  {price([0.01, 0.01, 0.01, 0.99], [0, 0, 0, 1]):.2f}")
print(f"wrong and sure  {price([0.99, 0.99, 0.99, 0.01], [0, 0, 0, 1]):.2f}")
# Out:
# undecided       2.77
# right and sure  0.04
# wrong and sure  18.42

# %%
# Gradient descent: downhill in small steps
# -----------------------------------------
# Imagine the cost as the height of a landscape, and the weights and the bias as the place where you stand.
# The :term:`gradient` points uphill, where it's steepest.
# So we take a small step the other way, look again, and repeat:
#
# .. math::
#
#    w \leftarrow w - \eta \frac{\partial C}{\partial w}, \qquad
#    b \leftarrow b - \eta \frac{\partial C}{\partial b}
#
# The size of the step is set by the :term:`learning rate` :math:`\eta`, here 0.01.
#
# Theano finds the gradient for you.
# If you'd like to see it: with this activation and this cost, almost everything cancels, and what remains is the error :math:`a - \hat a`, weighted by the inputs:
#
# .. math::
#
#    \frac{\partial C}{\partial w} = \sum_i (a_i - \hat a_i)\, x_i, \qquad
#    \frac{\partial C}{\partial b} = \sum_i (a_i - \hat a_i)

from theano_walkthrough.logistic_neuron import training_step  # shown in full

# %%
# Read it from top to bottom: symbols, activation, cost, gradients, and a function whose ``updates`` do the :term:`descent <gradient descent>`.
# ``dw`` and ``db`` are the usual names for the slopes in the direction of ``w`` and ``b``.
# One call of the function is one step downhill.
#
# Here is what flows where: forward along the solid arrows to the cost, and back along the dashed ones to the two parameters.

from theano_walkthrough.plots import plot_training_step

figure = plot_training_step()

# %%
# .. figure-description::
#
#    A training step as circles joined by arrows.
#    Solid arrows lead from the inputs x, the weights w and the bias b to the activation a.
#    From a and from the targets a_hat they lead on to the cost.
#    Dashed arrows lead from the cost back to the weights and to the bias; beside them stand dw and db.
#
# Before we use it, let's see whether Theano's gradient is the one from the formula.

from theano_walkthrough.gates import truth_table

inputs, targets = truth_table("AND")
x = T.matrix("x")
a = activation(x, neuron.w, neuron.b)
dw, db = T.grad(binary_cross_entropy(a, a_hat), [neuron.w, neuron.b])
look = theano.function([x, a_hat], [a, dw, db])

activations, from_theano_w, from_theano_b = look(inputs, targets)
error = activations - targets
print("Theano: ", from_theano_w.round(4), from_theano_b.round(4))
print("formula:", (error @ inputs).round(4), error.sum().round(4))
# Out:
# Theano:  [0.7945 0.784 ] 2.3785
# formula: [0.7945 0.784 ] 2.3785

# %%
# :claim:`All three <(from_theano_w > 0).sum() + (from_theano_b > 0)>` are positive: the untrained neuron says yes too often, so at first all its parameters must come down.
#
# The training loop
# -----------------
# What remains is to :term:`call the step again and again <training loop>`, and to write down the cost each time.
# Let's try that for a while, on a neuron of its own.

step = training_step(start_neuron(seed=0), learning_rate=0.01)
costs = []
for _ in range(1_000):
    activations, cost = step(inputs, targets)
    costs.append(cost)
print(f"first {costs[0]:.2f}, last {costs[-1]:.2f}")
# Out:
# first 5.29, last 1.02

# %%
# These few lines are the whole training: each step moves the neuron a little downhill, and :claim:`the cost falls <(np.diff(costs) < 0).all()>`.
#
# From here on we use a loop that does the same with more care.
# It checks the examples before it begins, with ``validation``, the helper from chapter 2; ``tqdm`` shows a progress bar if you run it in a terminal; and if the cost ever stops being a number, the loop puts the parameters back to what they were and says so.
# What it returns are the last activations, and all costs in one array.

from theano_walkthrough.training import TrainingDivergedError, TrainingRun  # shown in full

# %%
# And here is the loop.

from theano_walkthrough import validation
from tqdm import tqdm
from theano_walkthrough.training import train  # shown in full

step = training_step(neuron, learning_rate=0.01)
run = train(step, inputs, targets, iterations=30_000)

# %%
# What has it learnt?

for (x1, x2), output in zip(inputs, run.activations):
    print(f"{x1:.0f} AND {x2:.0f} is {output:.2f}")
# Out:
# 0 AND 0 is 0.00
# 0 AND 1 is 0.02
# 1 AND 0 is 0.02
# 1 AND 1 is 0.98

# %%
# :claim:`Very nearly 0, 0, 0 and 1 <np.allclose(run.activations, [0, 0, 0, 1], atol=0.03)>`: the neuron has taught itself the AND :term:`gate`.
# Other seeds lead to the same place, since with a single neuron this landscape is one wide valley without :term:`traps <trap>`.
#
# Now the cost on its way down.

from theano_walkthrough.plots import plot_costs

figure = plot_costs(run.costs)

# %%
# .. figure-description::
#
#    Cost over :claim:`30 000 <len(run.costs)>` iterations of training the AND gate.
#    It starts at :claim:`5.3 <run.costs[0]>`, falls steeply to :claim:`about 1 within the first thousand <round(run.costs[1_000]) == 1>` iterations, then ever more slowly to :claim:`0.06 <run.costs[-1]>`.
#
# In numbers:

for iteration in (0, 1_000, 10_000, 29_999):
    print(f"iteration {iteration:6}  cost {run.costs[iteration]:.3f}")
# Out:
# iteration      0  cost 5.293
# iteration   1000  cost 1.018
# iteration  10000  cost 0.172
# iteration  29999  cost 0.058

# %%
# :claim:`Most of the fall comes in the first thousand <(run.costs[0] - run.costs[1000]) / run.costs[0] > 1/2>` :term:`iterations <iteration>`, but the rest takes patience.
# The cost :claim:`never reaches 0 <run.costs.min() > 0>`, because the logistic function never quite reaches the targets.
#
# What do the weights look like now?

print(neuron.w.get_value().round(2), neuron.b.get_value().round(2))
# Out:
# [7.78 7.78] -11.85

# %%
# Compare them with the weights that we chose by hand, :math:`[1, 1]` and :math:`-1.5`.
# Divide the learnt ones by :claim:`7.78 <neuron.w.get_value()[0]>`: you get :math:`[1, 1]` and :claim:`−1.52 <neuron.b.get_value() / neuron.w.get_value()[0]>`.
# It's the same decision, but the neuron is surer of it.
#
# The way downhill
# ----------------
# Let's draw the landscape that the training has walked through.
# For that we train a second neuron from the same start, and write down where it stands before the first step and after each.

walker = start_neuron(seed=0)
walk = training_step(walker, learning_rate=0.01)
weights, biases = [walker.w.get_value()], [walker.b.get_value()]
for _ in range(30_000):
    walk(inputs, targets)
    weights.append(walker.w.get_value())
    biases.append(walker.b.get_value())

# %%
# A map has room for one weight and the bias, but this neuron has another weight.
# Luckily AND treats both inputs alike, and so does the training: :claim:`after a thousand iterations the weights differ by less than 0.02 <abs(np.subtract(*weights[1_000])) < 0.02>`.
# So one direction is a single number ``w`` for both weights, the other the bias ``b``.
# The height is the cost, by the formulas from above.

w, b = T.scalars("w", "b")
a = activation(inputs, T.stack([w, w]), b)
height = theano.function([w, b], binary_cross_entropy(a, targets))

# %%
# The path shows the mean of the two weights, which at the start aren't quite the same; the numbers beside it are iterations.

from theano_walkthrough.plots import plot_cost_landscape

path = np.column_stack([np.mean(weights, axis=1), biases])
figure = plot_cost_landscape(height, path, marks=[0, 1_000, 10_000, 30_000])

# %%
# .. figure-description::
#
#    A map of the cost, with a weight to the right and the bias upwards; the darker, the lower.
#    A valley leads down from the upper left to the lower right, ever deeper.
#    The path starts above it, goes straight down to the valley's floor, turns, and follows it to the lower right.
#    Marks show how far it has come: at iteration 1 000 it's on the floor already, at :claim:`a cost of about 1 <round(run.costs[1_000]) == 1>`; the marks of 10 000 and 30 000 follow on it.
#
# First straight down the slope, then along the floor of the valley, which falls ever more gently: that's why the cost fell so quickly at first, and so slowly afterwards.
# The valley has no end.
# Further down lie larger weights of the same proportion, a lower cost, and the same decision, surer still.
#
# What does the neuron answer on its way?
# Let it answer not only at the four corners, but everywhere in between.

from theano_walkthrough.plots import plot_decision_surfaces, surface_inputs

w = T.vector("w")
answer = theano.function([x, w, b], activation(x, w, b))
moments = [0, 1_000, 10_000, 30_000]
surfaces = {i: answer(surface_inputs(), weights[i], biases[i]) for i in moments}
figure = plot_decision_surfaces(surfaces, inputs=inputs, targets=targets)

# %%
# .. figure-description::
#
#    The neuron's activation over the two inputs, at :claim:`four <len(surfaces)>` moments.
#    At iteration 0 it's light everywhere: yes to all corners.
#    At iteration 1 000 a slanting line has come in, and leaves the corner 11 on its light side; the other corners are dark.
#    At 10 000 the line has moved a little towards the corner 00, and at 30 000 it's still there; light and dark meet in an ever narrower strip along it.
#
# The :term:`border <decision boundary>` is a straight line.
# It has to be: the neuron says :claim:`"one half" <logistic(theano.shared(0.0)).eval()>` exactly where :math:`x_1 w_1 + x_2 w_2 + b = 0`, and that's the equation of a line.
# In the next chapter this becomes a problem.
#
# When the steps are too large
# ----------------------------
# Small steps are slow, so why not large ones?
# Let's train the neuron with larger and larger learning rates, each time from the same start.

from theano_walkthrough.plots import plot_curves

curves = {}
for rate in (0.01, 0.1, 1):
    attempt = training_step(start_neuron(seed=0), learning_rate=rate)
    curves[f"rate {rate}"] = train(attempt, inputs, targets, iterations=300).costs
figure = plot_curves(range(300), curves, x_label="iteration", y_label="cost")

# %%
# .. figure-description::
#
#    Cost over :claim:`300 <len(curves["rate 1"])>` iterations, with :claim:`three <len(curves)>` learning rates.
#    All curves start at :claim:`5.3 <curves["rate 1"][0]>` and fall.
#    With a rate of 0.01 the cost ends at :claim:`1.7 <curves["rate 0.01"][-1]>`, with 0.1 at :claim:`0.5 <curves["rate 0.1"][-1]>`, with 1 at :claim:`0.06 <curves["rate 1"][-1]>`.
#
# .. live-figure:: neuron
#
# With :claim:`ten times <0.1 / 0.01>` the rate, the neuron gets as far in :claim:`a tenth of the steps <np.isclose(curves["rate 0.1"][int(1_000 * (1 / 10))], run.costs[1_000], atol=0.01)>`.
# :claim:`Even a rate of 10 works here <train(training_step(start_neuron(seed=0), 10), inputs, targets, iterations=100).costs[-1] < 0.01>`, after a few wild jumps.
# But with a learning rate of 100 the neuron jumps right across the valley and up the other side, until the cost is :term:`no longer a number <divergence>`.

eager = start_neuron(seed=0)
giant_step = training_step(eager, learning_rate=100)
try:
    train(giant_step, inputs, targets, iterations=100)
except TrainingDivergedError as error:
    print(error)
print(eager.w.get_value().round(2))
# Out:
# the cost is nan at iteration 3: try a smaller learning rate
# [0.84 0.76]

# %%
# The neuron :claim:`has its first weights back <all(eager.w.get_value() == start_neuron(seed=0).w.get_value())>`, as if nothing had been tried.
# :doc:`A cost that doesn't break down </beyond/stable_cost>` shows why the cost breaks down, and how to write it so that it doesn't.
#
# In the playground you can watch :playground:`this neuron learn <targets=0001&network=neuron>`, and see what it does :playground:`with a rate of 100 <targets=0001&network=neuron&rate=100>`.
#
# If you run this chapter as a script, one more line opens its figures.

plt.show()

# %%
# Try it yourself
# ---------------
# Each exercise has something to fill in, at the three dots, and a check that says whether it's right.
# Run the check before the solution, which replaces your answer.
#
# Learn OR
# ~~~~~~~~
# Train a new neuron, from the same start, on ``truth_table("OR")``, and keep what ``train`` returns in ``learnt``.
# Give its inputs, targets and step new names, because those from above are needed again.
# At which corner will it be the surest?
#
# .. hint::
#
#    Make a neuron with ``start_neuron(seed=0)`` and a step with ``training_step``, then call ``train``, as above.

learnt = ...

# %%
# .. solution::

inputs_or, targets_or = truth_table("OR")
learnt = train(training_step(start_neuron(seed=0)), inputs_or, targets_or)
print(learnt.activations.round(2))
# Out:
# [0.02 0.99 0.99 1.  ]

# %%
# At the corner 11, where both inputs speak for a yes.
#
# .. self-check::

assert learnt is not ..., "Put what train returns in the place of the three dots."
answers = learnt.activations.round().tolist()
assert answers == [0, 1, 1, 1], f"Rounded, OR is [0, 1, 1, 1]; yours is {answers}."
print("Right.")
# Out:
# Right.

# %%
# Train a second time
# ~~~~~~~~~~~~~~~~~~~
# Call ``train`` once more with the ``step`` from above, which has trained the AND neuron, and keep what it returns in ``again``.
# Does it start from the beginning?

again = ...

# %%
# .. solution::

again = train(step, inputs, targets)
print(f"last cost {run.costs[-1]:.4f}")
print(f"now from {again.costs[0]:.4f} to {again.costs[-1]:.4f}")
# Out:
# last cost 0.0580
# now from 0.0580 to 0.0289

# %%
# It goes on where it was: what the neuron has learnt stays in its shared variables.
#
# .. self-check::

assert again is not ..., "Put what train returns in the place of the three dots."
assert again.costs[0] < run.costs[-1], "It should go on with the same step, not with a new neuron."
assert again.costs[-1] < again.costs[0], "The cost should go on falling. Is it the AND gate?"
print("Right.")
# Out:
# Right.

# %%
# A step without Theano
# ~~~~~~~~~~~~~~~~~~~~~
# Make one step of gradient descent in NumPy, for the AND gate, with a learning rate of 0.01.
# Start from ``old_w`` and ``old_b``, and compute ``new_w`` and ``new_b`` by the formulas of this chapter.
#
# .. hint::
#
#    First the activations, then the error. ``error @ inputs`` is the slope in the direction of the weights.

start = start_neuron(seed=0)
old_w, old_b = start.w.get_value(), start.b.get_value()
new_w = ...
new_b = ...

# %%
# .. solution::

a = 1 / (1 + np.exp(-(inputs @ old_w + old_b)))
error = a - targets
new_w = old_w - 0.01 * error @ inputs
new_b = old_b - 0.01 * error.sum()
print(new_w.round(4), new_b.round(4))
# Out:
# [0.8365 0.7501] 0.9762

# %%
# Theano's step does the same, and finds both slopes by itself.
#
# .. self-check::

assert new_w is not ..., "Put the new weights in the place of the first three dots."
assert new_b is not ..., "Put the new bias in the place of the last three dots."
theano_neuron = start_neuron(seed=0)
training_step(theano_neuron, learning_rate=0.01)(inputs, targets)
w_is_right = np.allclose(new_w, theano_neuron.w.get_value(), rtol=0, atol=1e-6)
b_is_right = np.allclose(new_b, theano_neuron.b.get_value(), rtol=0, atol=1e-6)
assert b_is_right, f"Theano's bias is {theano_neuron.b.get_value():.6f}. Do you go downhill?"
assert w_is_right, f"Theano's weights are {theano_neuron.w.get_value().round(6)}."
print("Right.")
# Out:
# Right.

# %%
# What the article said differently
# ---------------------------------
# - It calls the cost :ref:`"logistic loss" <errata-logistic-loss>`; binary cross-entropy is the same thing. It's *summed* over the examples here. With the mean instead, the steps are :claim:`a quarter <1 / len(targets)>` as large.
# - It says that the cost falls quickly. :ref:`At first it does <errata-quickly>`.
# - It draws its random numbers :ref:`without a seed <errata-seed>`, so each run ends differently.
# - Its training blocks use ``function`` :ref:`without having imported it <errata-function>`, and import ``ifelse`` :ref:`without using it <errata-unused-ifelse>`.
# - It stores the recorded costs under the name ``cost``, which until then meant the formula; :ref:`take another gradient after that <errata-cost>` and Theano complains about a list.
# - The activations and the cost that a step returns are from :ref:`before <errata-before>` its :term:`update`. After :claim:`thirty thousand steps <len(run.costs)>` that makes :claim:`no visible difference <abs(run.costs[-2] - run.costs[-1]) < 0.0001>`.
# - Its messages begin with ``/n`` where ``\n``, :ref:`a new line <errata-new-line>`, is meant, and its ``%matplotlib inline`` :ref:`isn't Python <errata-matplotlib>`.
# - Its cost :ref:`becomes infinite <errata-infinite>` when a neuron is sure enough and wrong.
