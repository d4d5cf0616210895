"""
Train a network
===============

.. summary:: A network learns XNOR, which no single neuron can.
   :picture: 2

- **You'll build** a network of :claim:`three neurons <facts.walkthrough.neurons()>` that learns XNOR, a gate that no single neuron can compute.
- **You need** the training of the chapter before this one.
- **You'll know** why networks have layers, how a gradient finds its way through them, and what a plateau is.

:term:`XNOR` answers 1 when its two inputs are *equal*; :term:`XOR` answers 1 when they differ.
Both look easy, but they take a :term:`network`.
"""

import theano_walkthrough

import matplotlib.pyplot as plt
import numpy as np
import theano
import theano.tensor as T

from theano_walkthrough.gates import STEP_WEIGHTS, truth_table
from theano_walkthrough.logistic_neuron import start_neuron, training_step
from theano_walkthrough.training import train

inputs, targets = truth_table("XNOR")
print(targets)
# Out:
# [1. 0. 0. 1.]

# %%
# Why one neuron can't
# --------------------
# Let's just try, with everything as it was for AND, only with other :term:`targets <target>`.
#
# .. predict::
#
#    What will the neuron answer at each corner, after all its training?

run = train(training_step(start_neuron(seed=0)), inputs, targets)
print(run.activations.round(2), f"cost {run.costs[-1]:.2f}")
# Out:
# [0.5 0.5 0.5 0.5] cost 2.77

# %%
# It ended up :claim:`undecided about everything <np.allclose(run.activations, 1 / 2, atol=0.01)>`; its :term:`cost` is that of :claim:`pure guessing <np.isclose(run.costs[-1], 4 * np.log(2))>`, :math:`4 \ln 2 \approx 2.77`.
# More :term:`training` won't help, because the :term:`border <decision boundary>` that a :term:`neuron` draws is a straight line, and no straight line has the corners 00 and 11 on one side and the corners 01 and 10 on the other.
# Here are some that try.

from theano_walkthrough.plots import plot_dividing_lines

lines = {
    "AND": STEP_WEIGHTS["AND"],
    "NOR": STEP_WEIGHTS["NOR"],
    "x₁ OR NOT x₂": ([1, -1], 0.5),
    "NOT x₁ OR x₂": ([-1, 1], 0.5),
}
figure = plot_dividing_lines({name: (*line, targets) for name, line in lines.items()})

# %%
# .. figure-description::
#
#    :claim:`Four <len(lines)>` squares with circles at the corners 00 and 11, where XNOR should answer 1, and crosses at the corners 01 and 10.
#    Each is divided by another line, and in each a ring marks a corner on the wrong side.
#    The line of AND leaves out the circle at the corner 00, that of NOR the circle at the corner 11; the others take in a cross, at the corner 10 and at the corner 01.
#
# Each has :claim:`three corners <[int(sum((inputs @ w + b >= 0) == targets)) for w, b in lines.values()] == len(lines) * [3]>` on the right side and one on the wrong side, each time a different one.
# No line does better.
#
# You can see it from the formulas, too.
# From here on we write the entries of a vector as Python does, counting from 0: :math:`w[0]` and :math:`w[1]` are the weights that chapter 4 called :math:`w_1` and :math:`w_2`.
# Those two names will soon stand for whole vectors.
# XNOR needs a :term:`sum <weighted sum>` :math:`z` that isn't negative for the corners 00 and 11, and is negative for the corners 01 and 10:
#
# .. math::
#
#    \begin{aligned}
#    b &\ge 0, & w[0] + w[1] + b &\ge 0, \\
#    w[0] + b &< 0, & w[1] + b &< 0.
#    \end{aligned}
#
# Add the two on top: :math:`w[0] + w[1] + 2b \ge 0`.
# Add the two below: :math:`w[0] + w[1] + 2b < 0`.
# Both can't be true.
# Examples that a straight line can divide are called :term:`linearly separable`: those of AND are, those of XNOR aren't.
#
# A network can
# -------------
# "Equal" means *both or neither*: XNOR is the OR of AND and NOR.
# Each of these is a :term:`gate` that a single neuron computes, so let's connect the :term:`step <step function>` neurons.

from theano_walkthrough.neuron import step_neuron

neuron = step_neuron()
for x in inputs:
    both = neuron(x, *STEP_WEIGHTS["AND"])
    neither = neuron(x, *STEP_WEIGHTS["NOR"])
    equal = neuron([both, neither], *STEP_WEIGHTS["OR"])
    print(f"{x[0]:.0f} {x[1]:.0f}   AND {both}   NOR {neither}   OR of them {equal}")
# Out:
# 0 0   AND 0   NOR 1   OR of them 1
# 0 1   AND 0   NOR 0   OR of them 0
# 1 0   AND 0   NOR 0   OR of them 0
# 1 1   AND 1   NOR 0   OR of them 1

# %%
# This is a network with :term:`layers <layer>`.
# The first two neurons look at the inputs; they make up the :term:`hidden layer`, hidden because nobody outside sees their answers.
# The third, the :term:`output neuron`, looks only at the other two.
# Answers go forward only, so this is called a :term:`feed-forward network`.
#
# It isn't the only way: :claim:`OR and NAND, joined by NAND, <[neuron([neuron(x, *STEP_WEIGHTS["OR"]), neuron(x, *STEP_WEIGHTS["NAND"])], *STEP_WEIGHTS["NAND"]) for x in inputs] == list(targets)>` give XNOR as well.
# We'll see which one the network picks.
#
# The parameters
# --------------
# Each neuron has a :term:`vector` of :term:`weights <weight>`: ``w1`` and ``w2`` belong to the hidden neurons, ``w3`` to the output neuron.
# The :term:`biases <bias>` are ``b1`` and ``b2``.
# A neuron normally has a bias of its own; here, as in the article, the two hidden neurons share ``b1``.

from theano_walkthrough.plots import plot_network

figure = plot_network()

# %%
# .. figure-description::
#
#    The network as circles joined by arrows.
#    From each of the inputs x1 and x2 an arrow leads to each of the hidden neurons a1 and a2, and from these one each to the output neuron a3.
#    Beside the arrows stand the weights: w1[0] and w1[1] lead to a1, w2[0] and w2[1] to a2, w3[0] and w3[1] to a3.
#    The bias b1 leads to both hidden neurons, the bias b2 to the output neuron.
#
# ``a1``, ``a2`` and ``a3`` are the names that the activations will have in the code; ``x1`` and ``x2`` are the two columns of ``x``.

from dataclasses import dataclass

from theano.compile import SharedVariable
from theano_walkthrough.network import Network  # shown in full

# %%
# The :term:`initialisation` is as before, with random weights and biases of 1.

from random import Random
from theano_walkthrough.network import start_network  # shown in full

network = start_network(seed=0)

# %%
# From layer to layer
# -------------------
# The neurons are those of the last chapter; ``activation`` and ``binary_cross_entropy`` can be used as they are.
# What's new is how the answers of one layer become the inputs of the next.

from theano_walkthrough.logistic_neuron import activation, binary_cross_entropy
from theano_walkthrough.network import layers  # shown in full

# %%
# Follow the :term:`shapes <shape>`.
# With :claim:`four <len(inputs)>` :term:`examples <example>`, each hidden neuron returns a vector of as many :term:`activations <activation>`.
# The output neuron wants a :term:`matrix` with one example in each row, and the hidden neurons' answers as its two columns.
# So the code calls the matrix ``hidden``; in formulas it will be :math:`h`.

x = T.matrix("x")
look_inside = theano.function([x], list(layers(x, network)))
for name, value in zip(["a1", "a2", "hidden", "a3"], look_inside(inputs)):
    print(name, value.shape)
# Out:
# a1 (4,)
# a2 (4,)
# hidden (4, 2)
# a3 (4,)

# %%
# ``T.stack`` with ``axis=1`` sets the two vectors side by side.
# The numbers are those of our untrained network.

from theano_walkthrough.plots import plot_stack

a1, a2, hidden, a3 = look_inside(inputs)
figure = plot_stack(a1, a2, hidden)

# %%
# .. figure-description::
#
#    The vectors a1 and a2 as columns of :claim:`four <len(a1)>` numbers, each of shape (4,).
#    An arrow with the words T.stack and axis=1 leads from them to the matrix hidden, of shape (4, 2), which has them as its columns.
#    Its first row is :claim:`0.73 and 0.73 <hidden[0]>`, its last :claim:`0.93 and 0.84 <hidden[3]>`.
#
# With the other axis you'd get :claim:`two rows of four <np.stack(look_inside(inputs)[:2], axis=0).shape>`, and the :term:`dot product` with the weights would fail.
#
# Cost, gradients, updates
# ------------------------
# The cost compares the last activation with the target, exactly as before.
# There are :claim:`five <len(vars(network))>` :term:`parameters <parameter>` now, so ``T.grad`` returns as many :term:`gradients <gradient>`, and there is an :term:`update` for each.

from theano_walkthrough.network import network_training_step  # shown in full

# %%
# The loop over ``zip`` is shorthand for :claim:`five lines <len(vars(network))>` of the form ``(network.w1, network.w1 - learning_rate * dw1)``.
#
# Which derivatives does Theano need?
# The output neuron is the easy part: it learns from its error, as in the last chapter, with the matrix of hidden activations, :math:`h`, as its inputs.
#
# .. math::
#
#    \delta_3 = a_3 - \hat a, \qquad
#    \frac{\partial C}{\partial w_3} = h^{\mathsf T} \delta_3, \qquad
#    \frac{\partial C}{\partial b_2} = \sum_i \delta_3[i]
#
# A hidden neuron has no target of its own.
# It gets the blame that the output neuron passes back, in proportion to the weight between them, times the :term:`slope` of its own activation, :math:`a (1 - a)`.
#
# .. math::
#
#    \begin{aligned}
#    \delta_1 &= \delta_3 \, w_3[0] \, a_1 (1 - a_1), &
#    \frac{\partial C}{\partial w_1} &= x^{\mathsf T} \delta_1, \\[1.5ex]
#    \delta_2 &= \delta_3 \, w_3[1] \, a_2 (1 - a_2), &
#    \frac{\partial C}{\partial w_2} &= x^{\mathsf T} \delta_2.
#    \end{aligned}
#
# Both use :math:`b_1`, so its gradient is made of both:
#
# .. math::
#
#    \frac{\partial C}{\partial b_1} = \sum_i (\delta_1[i] + \delta_2[i])
#
# This passing back of blame is called :term:`backpropagation`.
# Let's see whether Theano found the same formulas.

a_hat = T.vector("a_hat")
cost = binary_cross_entropy(layers(x, network)[3], a_hat)
parameters = [network.w1, network.w2, network.w3, network.b1, network.b2]
gradients = T.grad(cost, parameters)
from_theano = theano.function([x, a_hat], gradients)(inputs, targets)

a1, a2, hidden, a3 = look_inside(inputs)
w3 = network.w3.get_value()
delta3 = a3 - targets
delta1 = delta3 * w3[0] * a1 * (1 - a1)
delta2 = delta3 * w3[1] * a2 * (1 - a2)
manual_gradients = [
    inputs.T @ delta1,
    inputs.T @ delta2,
    hidden.T @ delta3,
    (delta1 + delta2).sum(),
    delta3.sum(),
]
for parameter, ours, theirs in zip(parameters, manual_gradients, from_theano):
    print(parameter, np.allclose(ours, theirs, rtol=1e-12))
# Out:
# w1 True
# w2 True
# w3 True
# b1 True
# b2 True

# %%
# Train it
# --------
# The loop of the last chapter can stay as it is: it calls a step, whatever the step may be.

step = network_training_step(network, learning_rate=0.01)
run = train(step, inputs, targets, iterations=30_000)

for (x1, x2), output in zip(inputs, run.activations):
    print(f"{x1:.0f} XNOR {x2:.0f} is {output:.2f}")
# Out:
# 0 XNOR 0 is 0.98
# 0 XNOR 1 is 0.01
# 1 XNOR 0 is 0.01
# 1 XNOR 1 is 0.98

# %%
# .. other-libraries:: network
#
# :claim:`It works <all(run.activations.round() == targets)>`: the network has learnt what no single neuron can.
#
# The cost and its plateau
# ------------------------
# Here is the cost on its way down.

from theano_walkthrough.plots import plot_costs

figure = plot_costs(run.costs, guide_lines={"4 ln 2": 4 * np.log(2)})

# %%
# .. figure-description::
#
#    Cost while the network learns XNOR.
#    It drops at once from :claim:`4.2 <run.costs[0]>` to the level of guessing, :claim:`4 ln 2 or 2.77 <(4, 2, 4 * np.log(2))>`, stays close to it for thousands of iterations, then falls and levels off at :claim:`0.06 <run.costs[-1]>`.
#
# .. live-figure:: plateau
#
# In numbers:

for iteration in (0, 1_000, 5_000, 10_000, 29_999):
    print(f"iteration {iteration:6}  cost {run.costs[iteration]:.3f}")
# Out:
# iteration      0  cost 4.160
# iteration   1000  cost 2.763
# iteration   5000  cost 2.606
# iteration  10000  cost 1.107
# iteration  29999  cost 0.060

# %%
# The single neuron's cost fell smoothly; this one doesn't.
# :claim:`Within 200 steps <abs(run.costs[200] - 4 * np.log(2)) < 0.01>` the network learns to guess, and the cost sits at :math:`4 \ln 2`, the dashed line.
# There the landscape is nearly flat; the two hidden neurons still do almost the same thing, and the network behaves as if it had only one.
# Slowly they become different, each takes on a task of its own, and the cost falls again, :claim:`by iteration 10 000 to less than half <run.costs[10_000] / run.costs[1_000] < 1/2>` of that.
# Such a flat stretch is a :term:`plateau`, and that's why you shouldn't stop training too early.
#
# What does the network answer during that time?
# We train a second one from the same start, stop a few times, and let it answer everywhere.

from theano_walkthrough.plots import plot_decision_surfaces, surface_inputs

watched = start_network(seed=0)
answer = theano.function([x], layers(x, watched)[3])
watched_step = network_training_step(watched, learning_rate=0.01)
surfaces = {}
for iteration in range(30_000):
    if iteration in (0, 1_000, 5_000, 7_500, 10_000, 29_999):
        surfaces[iteration] = answer(surface_inputs())
    watched_step(inputs, targets)

# %%
# Light is yes, dark is no, and along the dashed lines the network is undecided.

figure = plot_decision_surfaces(surfaces, inputs=inputs, targets=targets, costs=run.costs)

# %%
# .. figure-description::
#
#    The network's activation over the two inputs, at :claim:`six <len(surfaces)>` moments.
#    At iteration 0 it's evenly light.
#    At 1 000 and 5 000 it's nearly the same grey everywhere, with a single line, which separates the corner 00.
#    At 7 500 that corner has become lighter.
#    At 10 000 there's a second line, which separates the corner 11, and between the two a dark band.
#    At 29 999 the band from the corner 01 to the corner 10 is dark, and everything else light.
#
# On the plateau there's almost nothing to see, and a single line, as one neuron would draw it.
# Only with the second line are all corners right, and only then can the cost come close to 0.
#
# What has it found?
# ------------------

a1, a2, hidden, a3 = look_inside(inputs)
print("x     a1     a2     a3")
for (x1, x2), first, second, output in zip(inputs, a1, a2, a3):
    print(f"{x1:.0f} {x2:.0f}   {first:.2f}   {second:.2f}   {output:.2f}")
print("w3", network.w3.get_value().round(2))
# Out:
# x     a1     a2     a3
# 0 0   0.00   0.00   0.98
# 0 1   0.96   0.13   0.01
# 1 0   0.96   0.13   0.01
# 1 1   1.00   0.88   0.98
# w3 [-10.29  11.73]

# %%
# :claim:`The first hidden neuron has become OR <all(a1.round() == truth_table("OR")[1])>`, :claim:`the second AND <all(a2.round() == truth_table("AND")[1])>`.
# The output neuron takes :claim:`AND as a reason for yes <network.w3.get_value()[1] > 0>` and :claim:`OR as a reason for no <network.w3.get_value()[0] < 0>`: *both, or else neither*.
# That's yet another way to build XNOR, and nobody told the network about it.
#
# Each hidden neuron draws a line of its own.
# You see it when they answer everywhere.

first, second, _, output = look_inside(surface_inputs())
hidden_neurons = {"a1": first, "a2": second}
figure = plot_decision_surfaces(hidden_neurons, inputs=inputs, targets=targets)

# %%
# .. figure-description::
#
#    The activations of the trained network's hidden neurons over the two inputs.
#    a1 is dark around the corner 00, beyond a slanting line it's light.
#    a2 is dark except around the corner 11, which another slanting line separates from the rest.
#
# The output neuron joins the two lines.

figure = plot_decision_surfaces({"the network's answer": output}, inputs=inputs, targets=targets)

# %%
# .. figure-description::
#
#    The trained network's activation over the two inputs.
#    A band from the corner 01 to the corner 10 is :claim:`near 0 <np.allclose(a3[[1, 2]], 0, atol=0.03)>`; on both sides of it, around the corners 00 and 11, the activation is :claim:`near 1 <np.allclose(a3[[0, 3]], 1, atol=0.03)>`.
#
# :claim:`Parallel borders <np.ptp([network.w1.get_value(), network.w2.get_value()], axis=1).max() < 0.01>`, one from each hidden neuron, cut a band out of the square.
#
# Not every start works
# ---------------------
# A single neuron gets as far as it can, wherever it starts.
# A network may not: its landscape has :term:`hollows <local minimum>` from which no small step leads out.
# Here are some starts that got stuck.

for seed in (15, 22):
    stuck = train(network_training_step(start_network(seed)), inputs, targets)
    print(f"seed {seed}: {stuck.activations.round(2)} cost {stuck.costs[-1]:.3f}")
# Out:
# seed 15: [0.98 0.02 0.5  0.49] cost 1.433
# seed 22: [0.98 0.34 0.34 0.33] cost 1.955

# %%
# The first can't tell the corners 10 and 11 apart, the second gives :claim:`three corners <np.isclose(stuck.activations, 1 / 3, atol=0.01).sum()>` the same answer: it *lumps them together*.
# When your training ends like this, start again with another :term:`seed`; that's what people do with large networks, too.
# :doc:`How reliable is it? </beyond/reliability>` trains from a great many starts, and counts.
#
# Would you like to watch?
# In the playground the network :playground:`learns <seed=0>` before your eyes, or gets stuck, with corners :playground:`undecided <seed=15>` or :playground:`lumped together <seed=22>`.
#
# If you run this chapter as a script, one more line opens its figures.

plt.show()

# %%
# Try it yourself
# ---------------
# Each exercise has something to fill in, at the three dots, and a check that says whether it's right.
# Run the check before the solution, which replaces your answer.
#
# XOR from gates
# ~~~~~~~~~~~~~~
# XOR is the opposite of XNOR: it says yes when the inputs differ.
# Build it, like XNOR above, by connecting step neurons, and put its answers at all corners in ``answers``, a list.
#
# .. hint::
#
#    Inputs that differ are *one or the other, but not both*. Which gate says "not both"?

neuron = step_neuron()
answers = ...

# %%
# .. solution::

answers = []
for x in inputs:
    one_or_other = neuron(x, *STEP_WEIGHTS["OR"])
    not_both = neuron(x, *STEP_WEIGHTS["NAND"])
    answers.append(int(neuron([one_or_other, not_both], *STEP_WEIGHTS["AND"])))
print(answers)
# Out:
# [0, 1, 1, 0]

# %%
# .. self-check::

assert answers is not ..., "Put a list of answers in the place of the three dots."
assert len(answers) == len(inputs), "There should be an answer for each corner."
right = [0, 1, 1, 0]
assert [int(answer) for answer in answers] == right, f"XOR is {right}; yours is {answers}."
print("Right.")
# Out:
# Right.

# %%
# Learn XOR
# ~~~~~~~~~
# Now let a network find it: train ``start_network(seed=0)`` on ``truth_table("XOR")``, and keep what ``train`` returns in ``learnt``.
# Give its inputs and targets new names, because those from above are needed again.

learnt = ...

# %%
# .. solution::

inputs_xor, targets_xor = truth_table("XOR")
learnt = train(network_training_step(start_network(seed=0)), inputs_xor, targets_xor)
print(learnt.activations.round(2))
# Out:
# [0.02 0.99 0.99 0.02]

# %%
# Nothing but the targets had to change.
#
# .. self-check::

assert learnt is not ..., "Put what train returns in the place of the three dots."
answers = learnt.activations.round().tolist()
assert answers == [0, 1, 1, 0], f"Rounded, XOR is [0, 1, 1, 0]; yours is {answers}."
print("Right.")
# Out:
# Right.

# %%
# Patience
# ~~~~~~~~
# Train ``start_network(seed=4)`` on XNOR, and keep what ``train`` returns in ``slow``.
# Look at ``slow.costs[5_000]``: would you have stopped there?

slow = ...

# %%
# .. solution::

slow = train(network_training_step(start_network(seed=4)), inputs, targets)
print(f"cost {slow.costs[5_000]:.2f}, in the end {slow.costs[-1]:.2f}")
print(slow.activations.round(2))
# Out:
# cost 2.77, in the end 0.09
# [0.98 0.02 0.02 0.98]

# %%
# After 5 000 :term:`iterations <iteration>` it still sits on the plateau, and yet it gets there in the end.
#
# .. self-check::

assert slow is not ..., "Put what train returns in the place of the three dots."
assert slow.costs[5_000].round(2) == 2.77, "Are these seed 4 and the targets of XNOR?"
answers = slow.activations.round().tolist()
assert answers == [1, 0, 0, 1], "It's not there yet: let it go on for 30 000 iterations."
print("Right.")
# Out:
# Right.

# %%
# Twins
# ~~~~~
# Make a network, ``twins``, whose hidden neurons start equal: ``w2`` gets the value of ``w1``, and both entries of ``w3`` are equal.
# Then train it on XNOR.
# What will become of the two?
#
# .. hint::
#
#    ``set_value`` changes what a shared variable holds, ``get_value`` reads it.

twins = ...

# %%
# .. solution::

twins = start_network(seed=0)
twins.w2.set_value(twins.w1.get_value())
twins.w3.set_value(np.array([0.5, 0.5]))
stuck = train(network_training_step(twins), inputs, targets)
print(twins.w1.get_value().round(2), twins.w2.get_value().round(2))
print(stuck.activations.round(2))
# Out:
# [6.07 6.07] [6.07 6.07]
# [0.98 0.34 0.34 0.33]

# %%
# They stay :term:`twins <symmetry>` for ever: they give the same answers, get the same blame, and so change in the same way.
# They're no better than a single hidden neuron, and the network ends like the last one that got stuck above, with :claim:`three corners <np.isclose(stuck.activations, 1 / 3, atol=0.01).sum()>` lumped together.
# That's why weights start at random.
#
# .. self-check::

assert twins is not ..., "Put your network in the place of the three dots."
w1, w2, w3 = (w.get_value() for w in (twins.w1, twins.w2, twins.w3))
assert all(w1 == w2), "Give w2 the value of w1, before the training."
assert w3[0] == w3[1], "Give w3 two equal entries, before the training."
assert any(w1 != start_network(seed=0).w1.get_value()), "Now train it on XNOR."
print("Right.")
# Out:
# Right.

# %%
# What the article said differently
# ---------------------------------
# - It explains the two biases by the two layers. :ref:`A bias belongs to a neuron <errata-biases>`: normally each has its own, and sharing one is an additional constraint.
# - It calls the matrix of hidden activations ``x2``. Here that's the second input, and only that.
# - It takes the length of ``a1`` and ``a2`` for their dimensions. They have :ref:`one dimension <errata-four>`, of :claim:`length four <len(a1)>`.
# - It presents the network as one that works. :ref:`From its kind of start most do, but not all <errata-works>`.
