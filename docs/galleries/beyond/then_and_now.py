"""
Then and now
============

.. summary:: The same training in Theano, in PyTensor and in plain NumPy, equal at every step.
   :order: 50

- **You'll see** the neuron and the network trained again and again: in Theano, in PyTensor and in plain NumPy.
- **You need** the training of :doc:`the fifth </chapters/5_neuron_that_learns>` and :doc:`the sixth chapter </chapters/6_network_that_solves_xnor>`; the NumPy edition is derived in :doc:`Different ways to a gradient </beyond/gradients>`.
- **You'll know** how little more you have to learn to go on with Theano's living successor.

Theano came to its end in 2017, but what you've learnt didn't.
*PyTensor* is the same idea, carried on: it began as a copy of Theano's code, and it's developed to this day.
How much of the walkthrough would have to be rewritten for it?
Let's count.
"""

import theano_walkthrough

import numpy as np

# %%
# One name for another
# --------------------
# Nobody has written the PyTensor edition of the walkthrough.
# It's made from the modules that you've read, by this function.

import re
from theano_walkthrough.beyond.pytensor_port import MODULES, PACKAGE, theano_source
from theano_walkthrough.beyond.pytensor_port import pytensor_source  # shown in full

# %%
# It puts ``pytensor`` wherever the word ``theano`` stands.
# The last line is bookkeeping: one of our own modules imports another, and in the new edition it must find the new one.
#
# What comes out differs from the original in these lines of code.
# First the neuron that learns:

from theano_walkthrough.beyond.pytensor_port import changed_lines

for theanos, pytensors in changed_lines("logistic_neuron"):
    print("-", theanos)
    print("+", pytensors)
# Out:
# - import theano
# + import pytensor
# - import theano.tensor as T
# + import pytensor.tensor as T
# - from theano.compile import SharedVariable
# + from pytensor.compile import SharedVariable
# - w = theano.shared(np.array([random(), random()]), name="w")
# + w = pytensor.shared(np.array([random(), random()]), name="w")
# - b = theano.shared(1.0, name="b")
# + b = pytensor.shared(1.0, name="b")
# - return theano.function(
# + return pytensor.function(

# %%
# The formulas, the gradients, the updates and :claim:`the loop <not changed_lines("training")>` aren't among them: they stay as they are, letter by letter.
#
# And the modules of all chapters, without their docstrings:

from theano_walkthrough.beyond.pytensor_port import code_lines

changed_in_all, lines_in_all = 0, 0
for name in MODULES:
    changed = len(changed_lines(name))
    lines = len(code_lines(theano_source(name)))
    changed_in_all += changed
    lines_in_all += lines
    print(f"{name:15} {changed:3} of {lines:3} lines change")
print(f"{'in all':15} {changed_in_all:3} of {lines_in_all:3}")
# Out:
# expressions       3 of  10 lines change
# functions         5 of  10 lines change
# gradients         3 of   8 lines change
# neuron            7 of  20 lines change
# logistic_neuron   6 of  36 lines change
# training          0 of  25 lines change
# network          10 of  43 lines change
# in all           34 of 152

# %%
# Every one of them changes :claim:`in a name only <all(ours.replace("theano", "pytensor") == theirs for name in MODULES for ours, theirs in changed_lines(name))>`.
# The usual ``import pytensor.tensor as pt`` would be a matter of taste; ``T`` does as well.
#
# Does it still work?
# -------------------
# Such a text is easily made, but it might not run, or give other numbers.
# So let's train the neuron on AND in every edition, from the same start.
# With a learning rate of 0.5 the whole training fits into 600 steps.
#
# Theano first, as you know it.

from theano_walkthrough.gates import truth_table
from theano_walkthrough.logistic_neuron import start_neuron, training_step
from theano_walkthrough.training import train

inputs, targets = truth_table("AND")
neuron = start_neuron(seed=0)
start = [neuron.w.get_value(), neuron.b.get_value()]
step = training_step(neuron, learning_rate=0.5)
in_theano = train(step, inputs, targets, iterations=600)

# %%
# PyTensor next, with the functions of the new edition.

from theano_walkthrough.beyond.pytensor_port import pytensor_module

logistic_neuron = pytensor_module("logistic_neuron")
training = pytensor_module("training")

new_neuron = logistic_neuron.start_neuron(seed=0)
step = logistic_neuron.training_step(new_neuron, learning_rate=0.5)
in_pytensor = training.train(step, inputs, targets, iterations=600)

# %%
# Plain NumPy last.
# Here the gradients were derived by hand, and the training loop is plain Python.

from typing import NamedTuple

from theano_walkthrough import validation
from theano_walkthrough.beyond.manual_gradients import neuron_step
from theano_walkthrough.beyond.manual_gradients.descent import (
    Descent,
    descend,
)  # shown in full

in_numpy = descend(neuron_step, start, inputs, targets, 0.5, 600)

# %%
# The cost at some steps, and then the largest difference at any of them:

print("iteration   Theano     PyTensor   NumPy")
for iteration in (0, 20, 200, 599):
    costs = [run.costs[iteration] for run in (in_theano, in_pytensor, in_numpy)]
    print(f"{iteration:9}", *(f"{cost:10.6f}" for cost in costs))
for name, run in (("PyTensor", in_pytensor), ("NumPy", in_numpy)):
    furthest = np.abs(run.costs - in_theano.costs).max()
    print(f"{name} is never further than 1e-12 from Theano: {furthest < 1e-12}")
# Out:
# iteration   Theano     PyTensor   NumPy
#         0   5.292964   5.292964   5.292964
#        20   1.002473   1.002473   1.002473
#       200   0.170492   0.170492   0.170492
#       599   0.057941   0.057941   0.057941
# PyTensor is never further than 1e-12 from Theano: True
# NumPy is never further than 1e-12 from Theano: True

# %%
# One of these programs does without any library for neural networks, and yet they agree :claim:`in every digit that matters <all(np.allclose(run.costs, in_theano.costs, rtol=1e-11, atol=0) for run in (in_pytensor, in_numpy))>`, from the first step to the last.
# What's left is rounding: they add and multiply in slightly different orders.
#
# The network
# -----------
# The same with XNOR.
# That's a harder test: on its plateau small differences have time to grow.

from theano_walkthrough.beyond.manual_gradients import network_step
from theano_walkthrough.network import network_training_step, start_network

inputs, targets = truth_table("XNOR")
network = start_network(seed=0)
start = [
    network.w1.get_value(),
    network.w2.get_value(),
    network.w3.get_value(),
    network.b1.get_value(),
    network.b2.get_value(),
]
step = network_training_step(network, learning_rate=0.5)
in_theano = train(step, inputs, targets, iterations=600)

two_layers = pytensor_module("network")
new_network = two_layers.start_network(seed=0)
step = two_layers.network_training_step(new_network, learning_rate=0.5)
in_pytensor = training.train(step, inputs, targets, iterations=600)

in_numpy = descend(network_step, start, inputs, targets, 0.5, 600)

print("iteration   Theano     PyTensor   NumPy")
for iteration in (0, 20, 200, 599):
    costs = [run.costs[iteration] for run in (in_theano, in_pytensor, in_numpy)]
    print(f"{iteration:9}", *(f"{cost:10.6f}" for cost in costs))
for name, run in (("PyTensor", in_pytensor), ("NumPy", in_numpy)):
    furthest = np.abs(run.costs - in_theano.costs).max()
    print(f"{name} is never further than 1e-10 from Theano: {furthest < 1e-10}")
for run in (in_theano, in_pytensor, in_numpy):
    print(run.activations.round(2))
# Out:
# iteration   Theano     PyTensor   NumPy
#         0   4.159783   4.159783   4.159783
#        20   2.763321   2.763321   2.763321
#       200   1.117260   1.117260   1.117260
#       599   0.059817   0.059817   0.059817
# PyTensor is never further than 1e-10 from Theano: True
# NumPy is never further than 1e-10 from Theano: True
# [0.98 0.01 0.01 0.98]
# [0.98 0.01 0.01 0.98]
# [0.98 0.01 0.01 0.98]

# %%
# .. _what-looks-different-all-the-same:
#
# What still looks different
# --------------------------
# PyTensor has had years to tidy up, and you'll see it when you print things.
# Put the same question to both:

import theano
import theano.tensor
import pytensor
import pytensor.tensor

for library in (theano, pytensor):
    x = library.tensor.dscalar("x")
    row = library.tensor.drow("row")
    print(library.__name__)
    print("  a number:", repr(x.type))
    print("  a row:   ", repr(row.type))
    print("  gradient:", library.pp(library.grad(x**3, x)))
# Out:
# theano
#   a number: TensorType(float64, scalar)
#   a row:    TensorType(float64, row)
#   gradient: ((fill((x ** TensorConstant{3}), TensorConstant{1.0}) * TensorConstant{3}) * (x ** (TensorConstant{3} - TensorConstant{1})))
# pytensor
#   a number: TensorType(float64, shape=())
#   a row:    TensorType(float64, shape=(1, None))
#   gradient: ((fill((x ** 3), 1.0) * 3) * (x ** (3 - 1)))

# %%
# Where Theano knows whether a dimension has length 1, PyTensor may know any length: a type carries a *shape*, with ``None`` for what's left open.
# The gradient is the same expression in both, only easier to read.
#
# One thing about this page you should know.
# Both libraries turn formulas into C code, and their compiled helpers have the same names, so only one of them can do it in one Python process.
# On this page that's Theano; PyTensor computes in Python, which gives the same numbers more slowly.
# In a program of its own it compiles as Theano does, and it can use Numba, JAX or PyTorch in place of C.
#
# How each idea of the walkthrough is said in PyTensor, JAX and PyTorch stands side by side in :doc:`a table of its own </rosetta>`.
#
# Try it yourself
# ---------------
# Each exercise has something to fill in, at the three dots, and a check that says whether it's right.
# Run the check before the solution, which replaces your answer.
#
# One line of chapter 4
# ~~~~~~~~~~~~~~~~~~~~~
# The step neuron of chapter 4 imports ``ifelse``.
# Which line does that in PyTensor's edition?
# Keep it, as text, in ``line``.
#
# .. hint::
#
#    ``changed_lines("neuron")`` has each changed line as it stands in Theano's edition, and in PyTensor's.

line = ...

# %%
# .. solution::

for theanos, pytensors in changed_lines("neuron"):
    if "import ifelse" in theanos:
        line = pytensors
print(line)
# Out:
# from pytensor.ifelse import ifelse

# %%
# It's one of the :claim:`seven <len(changed_lines("neuron"))>` lines that change in the module ``neuron``: ``ifelse`` has moved along with everything else.
# ``print(pytensor_source("neuron"))`` shows all of them.
#
# .. self-check::

assert line is not ..., "Put the line in the place of the three dots."
assert "ifelse" in line, "ifelse should be in it. Look at changed_lines."
assert "theano" not in line, "That's Theano's line. What has become of it?"
assert line == "from pytensor.ifelse import ifelse", (
    "Keep the whole line, and nothing else."
)
print("Right.")
# Out:
# Right.

# %%
# Stuck together
# ~~~~~~~~~~~~~~
# Start the network from seed 15 in Theano, PyTensor and NumPy, and train each as above.
# Keep their last costs in a list, ``last_costs``.
#
# .. hint::
#
#    NumPy's start is a list of the parameters' values. Take it before you train, as training changes them.

network = start_network(seed=15)
new_network = two_layers.start_network(seed=15)
last_costs = ...

# %%
# .. solution::

start = [parameter.get_value() for parameter in vars(network).values()]
step = network_training_step(network, learning_rate=0.5)
new_step = two_layers.network_training_step(new_network, learning_rate=0.5)
runs = [
    train(step, inputs, targets, iterations=600),
    training.train(new_step, inputs, targets, iterations=600),
    descend(network_step, start, inputs, targets, 0.5, 600),
]
last_costs = [run.costs[-1] for run in runs]
print(np.round(last_costs, 2))
# Out:
# [1.43 1.43 1.43]

# %%
# They get stuck together: it's the start that's to blame, and not the library.
#
# .. self-check::

assert last_costs is not ..., "Put your list in the place of the three dots."
assert len(last_costs) == 3, "There should be three costs, one for each edition."
assert min(last_costs) > 1, (
    "One of them has learnt XNOR. Did it start from seed 15?"
)
assert np.allclose(last_costs, 1.43, atol=0.01), (
    "Train each at a rate of 0.5, 600 times."
)
print("Right.")
# Out:
# Right.

# %%
# A loop for any step
# ~~~~~~~~~~~~~~~~~~~
# ``step`` is Theano's, and ``training`` is a module of PyTensor's edition.
# Train ``step`` with PyTensor's loop, for 600 iterations, and call the training ``run``.
# Will that work?
#
# .. hint::
#
#    ``training.train`` is called as ``train`` is.

step = network_training_step(start_network(seed=0), learning_rate=0.5)
run = ...

# %%
# .. solution::

run = training.train(step, inputs, targets, iterations=600)
print("the same costs:", np.array_equal(run.costs, in_theano.costs))
# Out:
# the same costs: True

# %%
# It works: the loop doesn't care who made the step.
#
# .. self-check::

assert run is not ..., "Put your training in the place of the three dots."
assert isinstance(run, training.TrainingRun), "Use PyTensor's loop, training.train."
assert len(run.costs) == 600, "Train for 600 iterations."
assert np.array_equal(run.costs, in_theano.costs), (
    "Make a new step before you train."
)
print("Right.")
# Out:
# Right.
