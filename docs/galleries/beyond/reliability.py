"""
How reliable is it?
===================

.. summary:: Networks trained from many starts at once: how many learn XNOR, and where the others end.
   :order: 10
   :picture: 1

- **You'll see** networks trained from many starts at once, and how many of them learn XNOR.
- **You need** the network of :doc:`chapter 6 </chapters/6_network_that_solves_xnor>`.
- **You'll know** how to train many networks in one graph, what the traps look like, and why the start matters.

Chapter 6 ended with starts that failed.
Were they bad luck, or was the one that worked good luck?
The article doesn't say; it trains once, from numbers that nobody can draw again.
Let's train from many starts.
"""

import theano_walkthrough

import matplotlib.pyplot as plt
import numpy as np
import theano
import theano.tensor as T

from theano_walkthrough.gates import truth_table

inputs, targets = truth_table("XNOR")

# %%
# Many networks in one graph
# --------------------------
# A loop over the starts would train one network after the other, and the time would add up.
# But Theano's formulas don't care how many numbers they work on.
# So we give each parameter one more axis that counts the networks, and train all of them with the same calls.
# It's the last axis, since its numbers lie side by side in memory: what is computed alike is then found in a row.
# As :doc:`measured </speed>` where this site was made, a step of :claim:`a thousand networks takes less than ten times as long <facts.benchmarks.growth("starts")[1000] < 10 * facts.benchmarks.growth("starts")[1]>` as a step of one.

from dataclasses import dataclass

from theano.compile import SharedVariable
from theano_walkthrough.beyond.multistart.networks import (
    Networks,
    start_networks,
)  # shown in full

# %%
# With ``separate_biases`` each hidden neuron gets a bias of its own.
# The article's network lets both :term:`neurons <neuron>` share one :term:`bias`, and we'll compare the two.
#
# The start draws the same six numbers as ``start_network`` does, from the same :term:`seeds <seed>`.

from random import Random
from theano_walkthrough.beyond.multistart.networks import (
    draw_weights,
)  # shown in full

print(draw_weights([0]).round(2))
# Out:
# [[0.84 0.76 0.42 0.26 0.51 0.4 ]]

# %%
# From the inputs to the output neurons, for all networks: the formulas are those of ``layers``, only the axes need care.
# We stop at the weighted sum, since the :doc:`stable cost <stable_cost>` starts from there.

from theano_walkthrough.beyond.multistart.networks import (
    output_sums,
)  # shown in full

# %%
# A training step needs one trick.
# ``T.grad`` wants a single number to differentiate, and we have a cost for each network.
# We give it their sum: since a network's cost depends on nobody else's parameters, the gradient of the sum holds each network's own gradient.
#
# The other new thing is for computers without a C compiler.
# There Theano computes with NumPy, and must be kept from joining operations into ones that NumPy doesn't have.

from theano_walkthrough.beyond.multistart.networks import (
    mode_for_large_arrays,
    networks_training_step,
)  # shown in full

# %%
# ``step`` returns nothing, which saves time; ``look`` shows where the networks are.
# The training loop, ``train_many``, calls the one all the time and the other now and then.
# It also keeps its results beside Theano's compiled code: if the arguments, the code and the versions of everything are the same to the last bit, the next call reads them from there.
#
# Does a network do the same among others as it does alone?
# Here is seed 15, once among others and once alone.

from theano_walkthrough.beyond.multistart import train_many
from theano_walkthrough.network import network_training_step, start_network
from theano_walkthrough.training import train

checkpoints = [0, 10_000, 20_000, 29_999]
crowd = train_many(draw_weights([14, 15, 16]), inputs, targets, checkpoints)
alone = train(network_training_step(start_network(15)), inputs, targets)
print("in the crowd:", crowd.costs[:, 1].round(4))
print("alone:       ", alone.costs[checkpoints].round(4))
print(
    "equal to ten digits:",
    np.allclose(crowd.costs[:, 1], alone.costs[checkpoints], rtol=1e-10, atol=0),
)
# Out:
# in the crowd: [4.2246 1.7769 1.4777 1.4329]
# alone:        [4.2246 1.7769 1.4777 1.4329]
# equal to ten digits: True

# %%
# How many succeed?
# -----------------
# We call a network right if each of its four answers is on the right side of 0.5.

from theano_walkthrough.beyond.multistart.success import is_right  # shown in full

# %%
# And since our starts are only a sample of all possible ones, we'd like to know how far the rate may be off.
# That's what a :term:`confidence interval` says: in 95 % of such experiments, the interval contains the true rate.

from scipy.stats import binomtest
from theano_walkthrough.beyond.multistart.success import (
    success_rates,
)  # shown in full

# %%
# Now the experiment, with the article's shared bias and with separate ones.

weights = draw_weights(range(1000))
checkpoints = range(0, 30_001, 1_000)
shared = train_many(weights, inputs, targets, checkpoints)
separate = train_many(weights, inputs, targets, checkpoints, separate_biases=True)

percent, intervals = {}, {}
for name, runs in (("shared", shared), ("separate", separate)):
    rates, around = success_rates(is_right(runs.activations, targets))
    percent[name], intervals[name] = 100 * rates, 100 * around
    for look in (10, 30):
        rate, (low, high) = percent[name][look], intervals[name][:, look]
        print(
            f"{name:8}  {checkpoints[look]} iterations:"
            f" {rate:.1f} % right, {low:.1f} to {high:.1f}"
        )
# Out:
# shared    10000 iterations: 45.7 % right, 42.6 to 48.8
# shared    30000 iterations: 93.1 % right, 91.4 to 94.5
# separate  10000 iterations: 4.3 % right, 3.2 to 5.7
# separate  30000 iterations: 63.1 % right, 60.1 to 66.0

# %%
# Of our :claim:`thousand <len(weights)>` networks of the article's kind, most succeed, :claim:`about 93 % <percent["shared"][-1] / 100>`, but only if you're patient: after :claim:`a third <checkpoints[10] / checkpoints[-1]>` of the iterations it's :claim:`fewer than half <percent["shared"][10] / 100 < 1 / 2>`.

from theano_walkthrough.plots import plot_curves

figure = plot_curves(
    checkpoints, percent, bands=intervals, x_label="iteration", y_label="% right"
)

# %%
# .. figure-description::
#
#    Share of :claim:`1000 <len(weights)>` networks that are right, over :claim:`30 000 <checkpoints[-1]>` iterations.
#    With a shared bias the curve is :claim:`at 0 until about 7 000 <(0, checkpoints[(percent["shared"] == 0).sum()])>`, rises steeply, :claim:`passes 50 % by 11 000 <(1 / 2, checkpoints[(percent["shared"] < 50).sum()])>` and levels off at :claim:`93 % <percent["shared"][-1] / 100>`.
#    With separate biases it stays :claim:`at 0 until about 9 000 <(0, checkpoints[(percent["separate"] == 0).sum()])>` and levels off at :claim:`63 % <percent["separate"][-1] / 100>`.
#
# And here is a surprise.
# That both hidden neurons share a bias looks like a mistake of the article; a bias belongs to a neuron.
# Yet from this start it's the *better* choice, and :claim:`by far <percent["shared"][-1] - percent["separate"][-1] > 20>`.
# The networks with separate biases, which could compute everything that the others can, are :claim:`slower <percent["separate"][10] < percent["shared"][10]>`, and :claim:`more than a third <1 - percent["separate"][-1] / 100 > 1 / 3>` of them don't get there in this time.
# More freedom means more ways to get lost, too.
#
# Does patience help?
# -------------------
# We let those whose cost isn't below :math:`\ln 2` go on to 100 000 iterations.
# (With a cost below :math:`\ln 2` :claim:`a network is right <is_right(shared.activations, targets)[shared.costs < np.log(2)].all()>`: a single wrong answer would cost more than that alone.
# And it stays right, because with steps as small as ours the cost keeps falling.)

still_wrong, patient = {}, {}
for name, runs in (("shared", shared), ("separate", separate)):
    late = runs.costs[-1] >= np.log(2)
    own = name == "separate"
    longer = train_many(
        weights[late], inputs, targets, [100_000], separate_biases=own
    )
    wrong = ~is_right(longer.activations[0], targets)
    still_wrong[name] = (longer.costs[0, wrong], longer.activations[0, wrong])
    patient[name] = 100 - 100 * wrong.sum() / len(weights)
    print(f"{name:8}  right after 100 000 iterations: {patient[name]:.1f} %")
print("costs only fall:", (np.diff(shared.costs, axis=0) < 0).all())
# Out:
# shared    right after 100 000 iterations: 95.2 %
# separate  right after 100 000 iterations: 64.2 %
# costs only fall: True

# %%
# :claim:`A little, but not much <all(0 < patient[name] - percent[name][-1] < 3 for name in patient)>`.
# The rest is trapped.
#
# The two traps
# -------------
# Sort the starts by the cost that they have reached after :claim:`30 000 <checkpoints[-1]>` iterations, and draw them in this order.

two_alike = 2 * np.log(2)
three_alike = 3 * np.log(3) - 2 * np.log(2)
figure = plot_curves(
    np.arange(1000) / 10,
    {"shared": np.sort(shared.costs[-1]), "separate": np.sort(separate.costs[-1])},
    guide_lines={"2 ln 2": two_alike, "3 ln 3 − 2 ln 2": three_alike},
    x_label="% of starts, best first",
    y_label="cost",
)

# %%
# .. figure-description::
#
#    Costs after :claim:`30 000 <checkpoints[-1]>` iterations, sorted.
#    With a shared bias the cost is :claim:`below 0.2 for 93 % <(0.2, (shared.costs[-1] < 0.2).mean())>` of the starts, then climbs in steps: a short one just above :claim:`1.39 <two_alike>` and a longer one just above :claim:`1.91 <three_alike>`.
#    With separate biases it's :claim:`below 0.2 for 62 % <(0.2, (separate.costs[-1] < 0.2).mean())>` of the starts; then there is a long step just above :claim:`1.39 <two_alike>`, and a short one just above :claim:`1.91 <three_alike>`.
#
# The costs don't end just anywhere.
# Besides the networks that succeed there's a group just above each dashed line.
# This is how their members answer:

members, examples = {}, {}
for name, (costs, activations) in still_wrong.items():
    for trap in (two_alike, three_alike):
        distances = abs(costs - trap)
        members[name, trap] = (distances < 0.05).sum()
        examples[name, trap] = activations[distances.argmin()].round(2)
        print(
            f"{name:8}  near {trap:.3f}: {members[name, trap]:3},"
            f" for instance {examples[name, trap]}"
        )
# Out:
# shared    near 1.386:  11, for instance [1.  0.  0.5 0.5]
# shared    near 1.910:  37, for instance [1.   0.33 0.33 0.33]
# separate  near 1.386: 344, for instance [1.  0.5 0.  0.5]
# separate  near 1.910:  14, for instance [1.   0.33 0.33 0.33]

# %%
# In the first trap :claim:`two corners are right <(examples["shared", two_alike] == targets).sum()>`, and the network can't tell the other two apart.
# One of them wants a 1, the other a 0, so it says :claim:`one half <examples["shared", two_alike][-1]>` to both and pays :math:`2 \ln 2 \approx 1.386`.
# :claim:`Seed 15 <abs(shared.costs[-1, 15] - two_alike) < 0.05>` is one of these; you can :playground:`watch it <seed=15>`.
#
# In the second, :claim:`three corners are lumped together <(examples["shared", three_alike] == examples["shared", three_alike][-1]).sum()>`, one that wants a 1 and :claim:`two <(targets[examples["shared", three_alike] == examples["shared", three_alike][-1]] == 0).sum()>` that want a 0.
# The best single answer :math:`p` for them is :claim:`one third <examples["shared", three_alike][-1]>`:
#
# .. math::
#
#    \min_p \bigl( -\ln p - 2 \ln (1 - p) \bigr) = \ln 3 + 2 \ln \tfrac32 = 3 \ln 3 - 2 \ln 2 \approx 1.910
#
# That's what happened to :claim:`seed 22 <abs(shared.costs[-1, 22] - three_alike) < 0.05>`; you can :playground:`watch it, too <seed=22>`.
# In both cases the costs come ever closer to the dashed line, but only with weights that grow without end; there's no bottom to reach, and no way back either.
#
# With separate biases :claim:`nearly all <members["separate", two_alike] > 0.9 * len(still_wrong["separate"][0])>` failures are of the first kind: a hidden neuron that is free to do so cuts off one corner alone and settles there.
# With a shared bias that happens to :claim:`11 starts <members["shared", two_alike]>` of :claim:`a thousand <len(weights)>`.
#
# It depends on the start
# -----------------------
# So is a shared bias a good idea?
# Not in general.
# Above, each network's :claim:`six weights <weights.shape[1]>` began :claim:`between 0 and 1 <(0 < weights).all() and (weights < 1).all()>` and the biases at 1: :claim:`93 % against 63 % <(percent["shared"][-1] / 100, percent["separate"][-1] / 100)>`.
# The next table draws the weights between -1 and 1 and starts the biases at 1 or at 0, with 400 networks for each number in it and 30 000 iterations.

print("weights     bias   shared bias             separate biases")
starts = draw_weights(range(400), -1, 1)
success = {}
for bias in (1.0, 0.0):
    columns = []
    for own in (False, True):
        runs = train_many(
            starts, inputs, targets, [30_000], bias=bias, separate_biases=own
        )
        rate, (least, most) = success_rates(is_right(runs.activations[0], targets))
        success[bias, own] = rate
        columns.append(
            f"{100 * rate:.1f} % ({100 * least:.1f} to {100 * most:.1f})"
        )
    print(f"-1 to 1     {bias:4}   {columns[0]:22}  {columns[1]}")
# Out:
# weights     bias   shared bias             separate biases
# -1 to 1      1.0   30.5 % (26.2 to 35.2)   62.3 % (57.4 to 66.9)
# -1 to 1      0.0   42.5 % (37.7 to 47.4)   74.5 % (70.0 to 78.5)

# %%
# If the weights may be negative, the result is reversed: now :claim:`separate biases are better <all(success[bias, True] > success[bias, False] for bias in (0, 1))>`, and the article's network :claim:`fails more often than not <all(success[bias, False] < 0.5 for bias in (0, 1))>`.
# The shared bias is no cure, it just suits the article's start.
# What's good for one start may be bad for the next, and the only way to know is to try more than one.
#
# And on the learning rate
# ------------------------
# Now the article's network and start again, with learning rates other than :claim:`0.01 <facts.functions.default(train_many, "learning_rate")>`.
# The smallest, :claim:`0.0025 <facts.functions.default(train_many, "learning_rate") / len(targets)>`, is what it becomes if you take the *mean* over the four examples instead of the sum.

starts = draw_weights(range(400))
success = {}
for learning_rate in (0.0025, 0.1):
    runs = train_many(
        starts, inputs, targets, [30_000], learning_rate=learning_rate
    )
    rate, (least, most) = success_rates(is_right(runs.activations[0], targets))
    success[learning_rate] = rate
    print(
        f"learning rate {learning_rate:6}: {100 * rate:4.1f} % right"
        f" ({100 * least:.1f} to {100 * most:.1f})"
    )
# Out:
# learning rate 0.0025:  4.2 % right (2.7 to 6.7)
# learning rate    0.1: 96.8 % right (94.5 to 98.1)

# %%
# With the mean, and without raising the rate, the same training would :claim:`fail nearly always <success[0.0025] < 0.05>`, mostly because the time is too short.
# :claim:`Ten times <0.1 / facts.functions.default(train_many, "learning_rate")>` the rate brings :claim:`as much as patience did above <least < patient["shared"] / 100 < most>`.
#
# Twins never part
# ----------------
# Why do the weights have to be random at all?
# Suppose the two hidden neurons start as twins: the same weights, :math:`w_1 = w_2`, the same bias, and the same weight in the output neuron, :math:`w_3[0] = w_3[1]`.
#
# - They have the same activations, :math:`a_1 = a_2`.
# - So both weights of the output neuron have the same slope, :math:`\sum_i \delta_3[i] \, a_1[i] = \sum_i \delta_3[i] \, a_2[i]`, and stay equal.
# - The blame that they get is the same, :math:`\delta_1 = \delta_3 \, w_3[0] \, a_1 (1 - a_1) = \delta_2`, so their weights get the same slopes, too, and stay equal.
#
# Nothing in the formulas can tell one from the other, so training can't either.
# Such a pair does the work of one hidden neuron, and that isn't enough for XNOR.
# Here is why.
# The pair looks at the weighted sum :math:`t = x \cdot w + b`, and the output is a function of :math:`t` that only rises or only falls.
# To be right, it would need :math:`t_{00}` and :math:`t_{11}` on one side of some threshold, and :math:`t_{01}` and :math:`t_{10}` on the other.
# But :math:`t_{00} + t_{11} = t_{01} + t_{10}`, whatever the weights are: both sums are :math:`w[0] + w[1] + 2b`.
# So both can't be.
#
# Let's train pairs of twins.

twins = draw_weights(range(100))
twins[:, 2:4] = twins[:, 0:2]
twins[:, 5] = twins[:, 4]
runs = train_many(twins, inputs, targets, [30_000])
print("right:", is_right(runs.activations[0], targets).sum())
print(
    "largest difference between hidden twins:",
    abs(runs.weights[:, 0:2] - runs.weights[:, 2:4]).max(),
)
print(
    "largest difference in their say:",
    abs(runs.weights[:, 4] - runs.weights[:, 5]).max(),
)
# Out:
# right: 0
# largest difference between hidden twins: 0.0
# largest difference in their say: 0.0

# %%
# None of the :claim:`hundred <len(twins)>` pairs is right, and their differences aren't only small, but :claim:`exactly zero <abs(runs.weights[:, 0:2] - runs.weights[:, 2:4]).max()>`.
# It takes little to separate them, though.
# If only their weights in the output neuron differ, the blame that they get differs as well:

nearly_twins = draw_weights(range(400))
nearly_twins[:, 2:4] = nearly_twins[:, 0:2]
runs = train_many(nearly_twins, inputs, targets, [30_000])
print(f"right: {100 * is_right(runs.activations[0], targets).mean():.1f} %")
# Out:
# right: 86.8 %

# %%
# Random weights are there to break the :term:`symmetry`.
# It needn't be broken everywhere; :claim:`once is enough <is_right(runs.activations[0], targets).mean() > 0.8>`.
#
# .. _what-to-take-home:
#
# What to remember
# ----------------
# - One successful training run proves little. Train from several starts, and say how many succeeded.
# - A failure may mean too little time, or a trap. The cost shows which it is: on a :term:`plateau` it still falls, in a :term:`trap` it creeps towards a value that has a meaning.
# - What helps with one start may hurt with another; the article's shared bias is such a thing.
#
# If you run this page as a script, one more line opens its figures.

plt.show()

# %%
# Try it yourself
# ---------------
# Each exercise has something to fill in, at the three dots, and a check that says whether it's right.
# Run the check before the solution, which replaces your answer.
#
# The opposite gate
# ~~~~~~~~~~~~~~~~~
# Train networks on XOR, from the seeds in ``range(100)``, with a shared bias.
# Let them train for 30 000 iterations, count those that are right, and keep the number in ``successes``.
# Will it be as many as with XNOR?
#
# .. hint::
#
#    ``draw_weights(range(100))`` draws the starts, ``train_many`` trains from them, and ``is_right`` tells who has succeeded.

xor_inputs, xor_targets = truth_table("XOR")
successes = ...

# %%
# .. solution::

runs = train_many(draw_weights(range(100)), xor_inputs, xor_targets, [30_000])
successes = is_right(runs.activations[0], xor_targets).sum()
print("XOR: ", successes)
print("XNOR:", is_right(shared.activations[-1, :100], targets).sum())
# Out:
# XOR:  71
# XNOR: 94

# %%
# The two gates are mirror images, but the start isn't: its positive weights happen to suit XNOR.
#
# .. self-check::

assert successes is not ..., "Put the number in the place of the three dots."
assert np.ndim(successes) == 0, "Count them, with sum."
assert successes != 94, (
    "That's how many learn XNOR. Train on xor_inputs and xor_targets."
)
assert successes > 0, "None? Compare the answers with xor_targets."
assert successes == 71, "Take the seeds 0 to 99, and look after 30 000 iterations."
print("Right.")
# Out:
# Right.

# %%
# Closer together, further apart
# ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
# Draw the weights for XNOR closer together, from 0 to 0.1, and then further apart, from 0 to 4, with 400 networks each.
# What's your guess: which are right more often?
# Keep both shares, each from 0 to 1, in the list ``shares``.
#
# .. hint::
#
#    ``draw_weights`` takes the range after the seeds: ``draw_weights(range(400), 0, 0.1)``. The ``mean`` of what ``is_right`` returns is the share.

shares = ...

# %%
# .. solution::

shares = []
for high in (0.1, 4):
    starts = draw_weights(range(400), 0, high)
    runs = train_many(starts, inputs, targets, [30_000])
    shares.append(is_right(runs.activations[0], targets).mean())
    print(f"from 0 to {high}: {100 * shares[-1]:.0f} % right")
# Out:
# from 0 to 0.1: 95 % right
# from 0 to 4: 56 % right

# %%
# Closer together is :claim:`hardly better <abs(shares[0] - percent["shared"][-1] / 100) < 0.05>` than the usual range, further apart is :claim:`much worse <percent["shared"][-1] / 100 - shares[1] > 0.3>`.
#
# .. self-check::

assert shares is not ..., "Put your list in the place of the three dots."
assert len(shares) == 2, "There should be two shares, one for each range."
assert max(shares) <= 1, "Keep shares from 0 to 1, and no percentages."
assert abs(shares[0] - 0.95) < 0.01, "From 0 to 0.1 it should be 0.95."
assert abs(shares[1] - 0.56) < 0.01, "From 0 to 4 it should be 0.56."
print("Right.")
# Out:
# Right.

# %%
# One start, different ends
# ~~~~~~~~~~~~~~~~~~~~~~~~~
# ``shared`` and ``separate`` hold the trainings of all our networks, in the order of their seeds.
# Find a seed that succeeds with a shared bias and fails with separate ones, and keep it in ``seed``.
#
# .. hint::
#
#    ``is_right(shared.activations[-1], targets)`` tells for each seed whether it has succeeded in the end.

seed = ...

# %%
# .. solution::

right_shared = is_right(shared.activations[-1], targets)
right_separate = is_right(separate.activations[-1], targets)
seed = np.flatnonzero(right_shared & ~right_separate)[0]
print("seed", seed)
print("shared:  ", shared.activations[-1, seed].round(2))
print("separate:", separate.activations[-1, seed].round(2))
# Out:
# seed 9
# shared:   [0.98 0.01 0.01 0.98]
# separate: [0.99 0.5  0.01 0.49]

# %%
# With separate biases this start has ended in the first trap.
# There are many such seeds; yours may be another.
#
# .. self-check::

assert seed is not ..., "Put your seed in the place of the three dots."
assert np.ndim(seed) == 0, "Keep one seed only."
ends = [
    is_right(runs.activations[-1, seed], targets) for runs in (shared, separate)
]
assert ends[0], "With a shared bias this seed fails."
assert not ends[1], "With separate biases this seed succeeds, too."
print("Right.")
# Out:
# Right.
