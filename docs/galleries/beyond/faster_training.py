"""
Train faster
============

.. summary:: Where the time of a training step goes, and how to spend less of it.
   :order: 70

- **You'll see** where the time of a training step goes, and how to spend less of it.
- **You need** the network of :doc:`chapter 6 </chapters/6_network_that_solves_xnor>`.
- **You'll know** what ``givens`` and ``trust_input`` do, what they save, and what they cost, and how a whole training becomes one call.

Chapter 6 calls its training step :claim:`thirty thousand <facts.benchmarks.steps()>` times.
Each call computes some hundreds of numbers, for which a computer needs about :claim:`a millionth <round(facts.benchmarks.microseconds("node")) / 1_000_000>` of a second.
And yet a call takes more than :claim:`ten <facts.benchmarks.ratio("theano", "node") > 10>` times as long.
The rest is *overhead*, work besides computing: the arguments are checked, the results are wrapped, and one operation after the other is got ready.
So the way to train a small network faster isn't to compute faster, but to have less overhead.
"""

import theano_walkthrough

import numpy as np
import theano
import theano.tensor as T

# %%
# Leave no operation to Python
# ----------------------------
# Theano turns a :term:`graph <computation graph>` into C, operation by operation.
# Where it has no C code for an operation, Python steps in, and a small operation may then take longer than all the others together.
# So it's worth a look whether there are any.

from theano.graph.op import COp
from theano_walkthrough.beyond.faster_training import (
    operations_in_python,
)  # shown in full

# %%
# By itself, Theano leaves the products with a :term:`vector` to Python, unless it finds BLAS, a library for such things: 7 of the 45 operations of our step.
# This site's package gives it C code for them: a plain loop for small ones, and for large ones what Theano brings along but doesn't use.
# Here is the step without that code and with it.
# The package's speed-ups are on by default; the ``with`` only makes sure of it.

from theano_walkthrough.beyond.graph_inspection import written_graph
from theano_walkthrough.network import network_training_step, start_network

written = written_graph(network_training_step(start_network(seed=0)))
usual = theano.compile.mode.get_default_mode()
with theano_walkthrough.use_speedups(True):
    in_part, in_c = (
        theano.function(
            written.inputs, written.outputs, updates=written.updates, mode=mode
        )
        for mode in (usual.excluding("c_products"), usual)
    )
for f in (in_part, in_c):
    in_python = operations_in_python(f)
    print(f"{len(f.fn.nodes)} operations, {len(in_python)} of them in Python")
print(sorted(set(operations_in_python(in_part))))
# Out:
# 45 operations, 7 of them in Python
# 44 operations, 0 of them in Python
# ['Gemv{inplace}', 'Gemv{no_inplace}', 'ScipyGer{destructive}']

# %%
# ``Gemv`` is a :term:`matrix` times a vector, and ``Ger`` a vector times a vector, which makes a matrix.
# This is one of the package's speed-ups, and the only one that makes a step quicker; the others save time when Theano is imported or compiles.
# The page about installing :ref:`lists them all <what-this-package-changes>`, and says how to use Theano without them.
#
# Trust what comes in
# -------------------
# Before it computes, a Theano function looks at each argument: is it an array of the right type, with as many axes as there should be?
# If it's a list, it makes an array of it.
# With ``trust_input`` you promise that all this is in order.

x = T.dvector("x")
double = theano.function([x], 2 * x)
print(double([1, 2]))

double.trust_input = True
print(double(np.array([1.0, 2.0])))
# Out:
# [2. 4.]
# [2. 4.]

# %%
# It's a promise that nobody checks.
# A list is now an error, which is fair.
# But see what becomes of a matrix:

try:
    double([1, 2])
except (AttributeError, ValueError):
    print("a list is refused")

result = double(np.array([[1.0, 2.0]]))
print("as it should be:", np.array_equal(result, [2.0, 4.0]))
# Out:
# a list is refused
# as it should be: False

# %%
# No error, and a wrong result: where the function was compiled to C, it's ``[2.]``, and the rest is gone.
# So trust a function only where your own code makes all its arguments, as our training loop does.
#
# Keep the data inside
# --------------------
# Instead of not checking the arguments, you can have none at all.
# The four examples never change, so they can live in :term:`shared variables <shared variable>`, like the weights.
# The formulas don't have to change for that: ``givens`` says what takes the place of ``x`` and ``a_hat``.
#
# Keep the memory
# ---------------
# After each call, Theano gives back the memory of all that was computed on the way, and at the next call it asks for it again.
# This is what ``allow_gc`` stands for, *allow garbage collection*.
# Where arrays are large, it saves memory; where they are as small as ours, it only takes time, so our step does without.
#
# Return nothing that nobody reads
# --------------------------------
# Each call of chapter 6 returns the activations and the cost.
# All these costs make a fine curve, but far fewer would be enough.
# So we make a function for each purpose: ``step`` only updates, ``look`` only computes what we want to see, when we want to see it.

from theano_walkthrough.logistic_neuron import binary_cross_entropy
from theano_walkthrough.network import layers
from theano_walkthrough.beyond.faster_training import (
    lean_training_step,
)  # shown in full

# %%
# Let the loop run in C, too
# --------------------------
# A function that takes nothing doesn't have to come back to Python between its calls.
# Its inner part, ``fn``, repeats itself when it's told to.

from theano_walkthrough import validation
from theano_walkthrough.beyond.repeated_calls import repeat  # shown in full

# %%
# Theano mentions that only among its frequently asked questions, but it's the same training: after 29 999 steps, the cost is chapter 6's last one.

from theano_walkthrough.gates import truth_table

inputs, targets = truth_table("XNOR")
step, look = lean_training_step(start_network(seed=0), inputs, targets)
repeat(step, 29_999)
activations, cost = look()
print(f"{cost:.12f}")
print(activations.round(2))
# Out:
# 0.059760890083
# [0.98 0.01 0.01 0.98]

# %%
# Make the step one operation
# ---------------------------
# What's left of a step is still overhead, for the most part: some tens of operations take their turns, and each of them looks up its arrays and makes room for its result, before it computes a few numbers.
# Theano joins operations into one where it can, which is called *fusion*, but only where one result comes out of them.
# For several results it has all that's needed, too; we only have to ask for it.

from theano.compile.mode import Mode
from theano.scalar import Composite
from theano.tensor.elemwise import Elemwise
from theano_walkthrough.beyond.one_call_training import (
    one_operation,
)  # shown in full

# %%
# A ``Composite`` is a formula of single numbers, with as many results as you like, and ``Elemwise`` makes an operation of it:

x, y = T.dscalars("x", "y")
sum_and_product = one_operation([x, y], [x + y, x * y])
f = theano.function([x, y], sum_and_product(x, y))
print(*f(2, 3))
print(len(f.fn.nodes), "operation")
# Out:
# 5.0 6.0
# 1 operation

# %%
# So let's write the step of chapter 6 in single numbers: its :claim:`eight <sum(part.get_value().size for part in vars(start_network(seed=0)).values())>` parameters, and the inputs and the target of each example.
# ``T.grad`` finds the gradients as ever.
#
# And this time no cost gets lost.
# The step has a shared vector for them, and a shared number that counts: ``set_subtensor`` puts each cost where it belongs.
# Nobody else needs the vector as it was before, so Theano writes into it and makes no copy.

from theano_walkthrough.logistic_neuron import logistic
from theano_walkthrough.beyond.one_call_training import (
    one_call_training,
)  # shown in full

# %%
# Here is the whole training in one call, and beside it chapter 6's:

from theano_walkthrough.training import train

train_in_one_call = one_call_training(start_network(seed=0), inputs, targets)
costs = train_in_one_call(30_000)
run = train(network_training_step(start_network(seed=0)), inputs, targets)
print(f"{len(costs)} costs, the last {costs[-1]:.12f}")
print("all as in chapter 6:", np.allclose(costs, run.costs, rtol=1e-9, atol=0))
# Out:
# 30000 costs, the last 0.059760890083
# all as in chapter 6: True

# %%
# This is for tiny problems only, since each example makes the operation longer, and its C code with it.
#
# Theano also has a loop of its own, ``scan``, which stands inside a graph.
# It can do much more than ``repeat``: it walks along sequences, hands results from turn to turn, and has a gradient itself.
# But each turn calls a function, and here Python does the calling, since the C code for it is older than Python 3.11.
#
# What it saves
# -------------
# The same :claim:`thirty thousand <facts.benchmarks.steps()>` steps, each way:
#
# .. benchmark-table:: training
#    :only: numpy theano_no_c_products theano theano_trusted theano_lean theano_scan theano_one_call
#
# With these products left to Python, Theano is :claim:`about as fast <0.8 < facts.benchmarks.ratio("theano_no_c_products", "numpy") < 1.2>` as NumPy with :term:`gradients <gradient>` worked out by hand.
# With C code for every operation it needs :claim:`less than half <facts.benchmarks.ratio("theano", "numpy") < 1/2>` of NumPy's time, and lean, it needs :claim:`less than a sixth <facts.benchmarks.ratio("theano_lean", "numpy") < 1/6>`.
# Trust alone saves :claim:`between a tenth and a third <1/10 < 1 - facts.benchmarks.ratio("theano_trusted", "theano") < 1/3>`; the other ways together, data inside, memory kept, nothing returned and the loop in C, :claim:`save more <facts.benchmarks.ratio("theano_lean", "theano_trusted") < facts.benchmarks.ratio("theano_trusted", "theano")>`.
# Where each step is one operation, the training takes :claim:`less than a tenth <facts.benchmarks.ratio("theano_one_call", "numpy") < 1/10>` of NumPy's time, with all its costs.
# With ``scan`` it takes :claim:`more than twice as long as lean <facts.benchmarks.ratio("theano_scan", "theano_lean") > 2>`.
#
# How other libraries compare, and what happens with more examples, is on the page :doc:`How fast it is </speed>`.
# There you'll see that none of this matters for long: somewhere :claim:`between fifty examples and two hundred <50 < facts.benchmarks.examples_for_half() < 200>`, the numbers themselves begin to take most of the time, and then other things decide.
#
# Should you do all this?
# -----------------------
# Not in a first program.
# The step of chapter 6 can be tried with any examples, shows its cost each time, and complains about wrong ones. The lean step knows only its own examples, shows no cost, and complains about nothing.
# Write it plainly first, measure, and improve only what turns out to be slow.
#
# Try it yourself
# ---------------
# Each exercise has something to fill in, at the three dots, and a check that says whether it's right.
# Run the check before the solution, which replaces your answer.
#
# To have the table for your own computer, run ``make bench`` in a clone of this site's repository, which takes a few minutes.
#
# A step that trusts
# ~~~~~~~~~~~~~~~~~~
# Make the training step of chapter 6, from seed 0, and let it trust its arguments.
# Call it ``trusting``.
# Will its costs be the same?
#
# .. hint::
#
#    ``network_training_step`` makes the step. Set its ``trust_input`` before you train with it.

from theano_walkthrough.network import network_training_step
from theano_walkthrough.training import train

trusting = ...

# %%
# .. solution::

trusting = network_training_step(start_network(seed=0))
trusting.trust_input = True

checking = network_training_step(start_network(seed=0))
costs = [train(f, inputs, targets, 1_000).costs for f in (checking, trusting)]
print("the same costs:", np.array_equal(*costs))
# Out:
# the same costs: True

# %%
# They are the same to the last digit: trust leaves out only the checks of the arguments, and no computation.
#
# .. self-check::

assert trusting is not ..., "Put your step in the place of the three dots."
assert len(trusting.get_shared()) == 5, "A step of chapter 6 has five parameters."
assert trusting.trust_input, "It still checks its arguments. Set its trust_input."
print("Right.")
# Out:
# Right.

# %%
# A step that can't be repeated
# ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
# Make the step of chapter 6 once more, and hand it to ``repeat``.
# It refuses: keep what the error says, as text, in ``message``.
#
# .. hint::
#
#    Write the call between ``try:`` and ``except ValueError as error:``. Then ``str(error)`` is the text.

with_arguments = network_training_step(start_network(seed=0))
message = ...

# %%
# .. solution::

try:
    repeat(with_arguments, 10)
except ValueError as error:
    message = str(error)
print(message)
# Out:
# step must take nothing: keep its data in shared variables

# %%
# Inside the loop in C there's nobody who could hand over arguments.
#
# .. self-check::

assert message is not ..., "Put what the error says in the place of the three dots."
assert "step" in message, (
    "It's about the step. Did you call repeat(with_arguments, 10)?"
)
assert "take nothing" in message, (
    "It says what a step must take. Keep all of its text."
)
print("Right.")
# Out:
# Right.

# %%
# Fewer steps, and larger ones
# ~~~~~~~~~~~~~~~~~~~~~~~~~~~~
# Train a lean step from seed 0 with a learning rate of 0.5, only 600 times.
# Keep the cost that ``look`` finds then, in ``last_cost``.
#
# .. hint::
#
#    ``lean_training_step`` takes a ``learning_rate``, and ``look`` returns the activations and the cost.

last_cost = ...

# %%
# .. solution::

step, look = lean_training_step(
    start_network(seed=0), inputs, targets, learning_rate=0.5
)
repeat(step, 600)
_, last_cost = look()
print(f"{last_cost:.4f}")
# Out:
# 0.0597

# %%
# It's about as small as the cost after many more steps of the usual size.
# Taking fewer steps saves more than taking each step faster.
#
# .. self-check::

assert last_cost is not ..., "Put your cost in the place of the three dots."
assert not isinstance(last_cost, list), (
    "look returns activations and cost. Keep the cost."
)
assert last_cost < 2, "It has hardly learnt. Repeat the step, with a rate of 0.5."
assert abs(last_cost - 0.05965) < 1e-5, (
    "Start from seed 0, and repeat it 600 times."
)
print("Right.")
# Out:
# Right.
