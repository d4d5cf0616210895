"""
See the graph
=============

.. summary:: What Theano builds from your formulas, in pictures, and what its compiler makes of it.
   :order: 30
   :picture: 1

- **You'll see** what Theano builds from your formulas, what its compiler makes of it, and what that costs.
- **You need** the gradients of :doc:`the third chapter </chapters/3_functions_and_gradients>`, and the training of :doc:`the fifth </chapters/5_neuron_that_learns>` and :doc:`the sixth </chapters/6_network_that_solves_xnor>`.
- **You'll know** how to read a graph, and what a compiler does to it.

When you write ``x**3`` with a symbol, nothing is computed.
Theano only notes that there's an ``x``, a 3, and an operation that takes both.
Such notes, joined by arrows, are a :term:`graph <computation graph>`.
``T.grad`` writes more of them, and ``theano.function`` rewrites them all before it runs them.
Let's look at both.
"""

import theano_walkthrough

import theano

from theano_walkthrough.gradients import cube_gradient
from theano_walkthrough.beyond.graph_drawing import draw_graph, show_graphs
from theano_walkthrough.beyond.graph_inspection import (
    compiled_graph,
    count_operations,
    list_steps,
    written_graph,
)

# %%
# The slope of the cube
# ---------------------
# In the third chapter Theano derived the gradient of :math:`x^3`.
# A compiled function remembers what it was made from: ``written_graph`` finds it.

gradient, f = cube_gradient()
cube_written = draw_graph(written_graph(f))
cube_written

# %%
# .. figure-description::
#
#    The gradient of the cube as derived.
#    :claim:`Seven operations <len(written_graph(f).operations)>` lead from the input x and some constants to one output: x to the power of 3, filled with 1 and multiplied by 3, and x to the power of 3 minus 1, multiplied together at the end.
#
# Read it from top to bottom, along the arrows.
#
# - An *ellipse* is an input, which you hand over when you call the function.
# - A *number without a border* is a constant.
# - A *box* is an operation. ``s1``, ``s2`` and so on say in which order they're computed.
# - A *hexagon* is an output, which you get back.
# - Where it matters which arrow is which, ``i0`` marks an operation's first input, ``i1`` its second.
#
# You'll find :math:`3 \cdot x^{3 - 1}` in it, but also detours.
# The operation ``fill`` makes a 1 of the same shape as the cube, where the chain rule begins; ``dimshuffle`` would adjust a shape, but has nothing to do here.
# Nobody would write it like this, and nobody has: it's what the rules of calculus give when they're followed blindly.
#
# The same function after the compiler has changed it:

cube_compiled = draw_graph(compiled_graph(f))
cube_compiled

# %%
# .. figure-description::
#
#    The gradient of the cube as compiled.
#    The constant 3 and the input x go into :claim:`one operation <len(compiled_graph(f).operations) == 1>`, 3 times the square of x, which is the output.
#
# :claim:`Seven operations <len(written_graph(f).operations)>` have become :claim:`one <len(compiled_graph(f).operations) == 1>`, and this has happened on the way.
#
# - **Known values are computed at once.** 3 - 1 is 2 whatever ``x`` may be; that's called :term:`constant folding`.
# - **Special cases get special operations.** A power of 2 is a square, and a square needs only one multiplication. The ``fill`` and its 1 are gone.
# - **Neighbours are joined.** The square and the product are computed in one go, with nothing stored in between. Such a joined operation is a *Composite*, drawn as a box in a box, and joining is called :term:`fusion`.
#
# Let's count.

print(count_operations(written_graph(f)))
print(count_operations(compiled_graph(f)))
# Out:
# GraphCount(operations=7, duplicates=0, composites=0, fused=0, in_place=0)
# GraphCount(operations=1, duplicates=0, composites=1, fused=2, in_place=0)

# %%
# One Composite, in which :claim:`two operations are fused <count_operations(compiled_graph(f)).fused>`.
# The other two numbers will matter for the neuron.
#
# A neuron that learns
# --------------------
# Now the training step of the fifth chapter.
# It's a few lines of Python, but they hold the activation, the cost, both gradients and the updates.

from theano_walkthrough.logistic_neuron import start_neuron, training_step

step = training_step(start_neuron(seed=0))
written = count_operations(written_graph(step))
neuron_written = draw_graph(written_graph(step))
neuron_written

# %%
# .. figure-description::
#
#    A neuron's training step as written.
#    The inputs x and a_hat and the shared variables w and b stand at the top.
#    :claim:`48 operations <written.operations>` lead through the activation, the first output, and the cost, the second, and back through the gradients to the new values of w and b at the bottom.
#
# Some more shapes: a *cylinder* is a shared variable, and a *dashed cylinder* its new value, which is an update.
# The upper part is what you wrote, down to ``s20``, :claim:`the cost <"output 2 = s20" in list_steps(written_graph(step))>`.
# From there on it's the work of ``T.grad``, and it goes through the same stations in reverse.

compiled = count_operations(compiled_graph(step))
neuron_compiled = draw_graph(compiled_graph(step))
neuron_compiled

# %%
# .. figure-description::
#
#    A neuron's training step as compiled.
#    :claim:`16 operations are left, 3 of them Composites <(compiled.operations, compiled.composites)>`, drawn as boxes in boxes.
#    Thick borders mark :claim:`7 that work in place <compiled.in_place>`.
#    The operations called gemv stand for products of the matrix x with vectors: one near the top gives the sums, one at the bottom the new w.
#
# It's :claim:`a third <compiled.operations / written.operations>` of the size.

print(written)
print(compiled)
# Out:
# GraphCount(operations=48, duplicates=4, composites=0, fused=0, in_place=0)
# GraphCount(operations=16, duplicates=0, composites=3, fused=13, in_place=7)

# %%
# What's new compared with the cube?
#
# - **Equal things are computed once.** :claim:`Four operations <written.duplicates>` of the written graph are *duplicates*: they do what another one does, with the same inputs. Look for ``s5`` and ``s21``; both are :claim:`the same <{'s5 = exp(s4)', 's21 = exp(s4)'} <= set(list_steps(written_graph(step)))>`, :math:`e^{-z}`, once for the activation and once for its slope.
# - **Memory is used again.** A thick border marks an operation that works :term:`in place <in-place>`: it overwrites the input at the thick arrow instead of asking for new memory. That's safe only if nobody needs the old value any more, so the order of the steps matters.
#
# And some special operations turn up that you've never written.
#
# - ``sigmoid`` is the logistic function. The compiler has recognised :math:`1 / (1 + e^{-z})`.
# - ``softplus`` is :math:`\ln(1 + e^z)`, in a form that works for large numbers, too. It has replaced the logarithm of the activation.
# - ``gemv`` is a matrix times a vector, scaled, plus another vector, scaled too. At the bottom a single ``gemv`` does the whole of :math:`w - 0.01 \cdot x^{\mathsf T} \delta`, and right on top of the old ``w``.
#
# You can read all this as a list, too.

for line in list_steps(compiled_graph(step)):
    print(line)
# Out:
# s1 = dimshuffle{x}(b)
# s2 = shape[0](x)
# s3 = transpose(x)
# s4 = sub(1, a_hat)
# s5 = alloc_empty(s2)
# s6 = gemv(s5, 1, x, w, 0)  (in place of s5)
# s7 = add(s6, s1)  (in place of s6)
# s8 = neg(s7)
# s9 = ((sigmoid(s8) * -1 * a_hat) - (sigmoid(s7) * -1 * s4))
# s10 = sigmoid(s7)  (in place of s7)
# s11 = sum(s9)
# s12 = gemv(w, -0.01, s3, s9, 1)  (in place of w)
# s13 = ((-1 * a_hat * softplus(s8)) + (s4 * log1p((-s10))))  (in place of s8)
# s14 = (b - (0.01 * s11))  (in place of b)
# s15 = sum(s13)
# s16 = neg(s15)  (in place of s15)
# output 1 = s10
# output 2 = s16
# new w = s12
# new b = s14

# %%
# Look at ``s9``, from which both gradients are made.
# In the fifth chapter we said that "almost everything cancels" and that the error :math:`a - \hat a` remains.
# The compiler has cancelled the divisions: ``s9`` is :math:`-\hat a\,(1 - a) + (1 - \hat a)\,a`, and if you multiply that out, it's the error.
#
# The compiler isn't clever, only thorough
# ----------------------------------------
# Look at ``s13``, the cost of each example.
# It has the logarithms :math:`\ln a` and :math:`\ln (1 - a)`, but :claim:`only the first <"".join(list_steps(compiled_graph(step))).count("softplus") == 1>` has become a ``softplus``.
# The second is ``log1p``, which is :math:`\ln(1 + \dots)`, of an activation that has been rounded already.
# For a neuron that is sure and wrong this breaks down; the page :doc:`A cost that doesn't break down <stable_cost>` is about that.
#
# Why the second one not?
# A compiler tries many small rules, and here more than one fits.
# The rule named ``local_log1p`` gets there first, and what it leaves behind doesn't look like a case for ``softplus`` any more.
# Leave that rule out, and the other one finds its case.

from theano.compile.mode import get_mode

graph = written_graph(step)
for mode in (get_mode("FAST_RUN"), get_mode("FAST_RUN").excluding("local_log1p")):
    other_step = theano.function(
        graph.inputs, graph.outputs, updates=graph.updates, mode=mode
    )
    steps = "\n".join(list_steps(compiled_graph(other_step)))
    print(
        f"softplus {steps.count('softplus')} times, log1p {steps.count('log1p')} times"
    )
# Out:
# softplus 1 times, log1p 1 times
# softplus 2 times, log1p 0 times

# %%
# So don't rely on the compiler: write the stable form yourself where it matters.
#
# A network
# ---------
# The network for XNOR has hidden neurons before its output neuron, and its gradients go through both layers.

from theano_walkthrough.network import network_training_step, start_network

network_step = network_training_step(start_network(seed=0))
written = count_operations(written_graph(network_step))
network_written = draw_graph(written_graph(network_step))
network_written

# %%
# .. figure-description::
#
#    The network's training step as written.
#    :claim:`122 operations <written.operations>` lead from the inputs x and a_hat and the shared variables w1, w2, w3, b1 and b2 through both layers down to the activation and the cost, and on through the gradients to the new values.
#
# Nobody would like to do this by hand, and the network is small.
# The side branches at the top are the hidden neurons.
# ``join`` puts their answers side by side, the output neuron follows, and on the way back ``split`` takes the blame apart again, one share for each hidden neuron.

compiled = count_operations(compiled_graph(network_step))
network_compiled = draw_graph(compiled_graph(network_step))
network_compiled

# %%
# .. figure-description::
#
#    The network's training step as compiled.
#    :claim:`44 operations are left, 8 of them Composites <(compiled.operations, compiled.composites)>`; :claim:`14 work in place <compiled.in_place>`.
#    The new values hang from the operations that overwrite w1, w2, w3, b1 and b2.
#
# The compiler has done the same things, only more of them.

print(written)
print(compiled)
# Out:
# GraphCount(operations=122, duplicates=15, composites=0, fused=0, in_place=0)
# GraphCount(operations=44, duplicates=0, composites=8, fused=28, in_place=14)

# %%
# (Theano by itself would end with :claim:`45 operations, 15 of them in place <facts.functions.network_step(speedups=False)>`: :ref:`this site's package <what-this-package-changes>` saves one in multiplying a column by a row.)
#
# :claim:`Each of the five <sum(f"in place of {parameter.name})" in " ".join(list_steps(compiled_graph(network_step))) for parameter in network_step.get_shared())>` parameters is updated in place.
# But the compiler has missed something again: the output neuron has its ``sigmoid``, while the answers of the hidden neurons are still :claim:`spelled out <any("inv((1 + exp(" in line for line in list_steps(compiled_graph(network_step)))>`, as ``inv((1 + exp(...)))``.
#
# What it costs
# -------------
# All this rewriting takes time, each time you call ``theano.function``.
# So Theano lets you choose how much of it you want, by a :term:`mode`.
# ``FAST_RUN`` is the usual one and does everything.
# ``FAST_COMPILE`` does only a little, and doesn't turn the operations into C.

from time import perf_counter

from theano_walkthrough.gates import truth_table
from theano_walkthrough.training import train

inputs, targets = truth_table("XNOR")
seconds = {}
for mode in ("FAST_COMPILE", "FAST_RUN"):
    graph = written_graph(network_training_step(start_network(seed=0)))

    start = perf_counter()
    other_step = theano.function(
        graph.inputs, graph.outputs, updates=graph.updates, mode=mode
    )
    seconds[mode, "to compile"] = perf_counter() - start

    start = perf_counter()
    run = train(other_step, inputs, targets, iterations=300)
    seconds[mode, "for 300 steps"] = perf_counter() - start

    count = count_operations(compiled_graph(other_step))
    print(f"{mode:12}  {count.operations:3} operations, cost {run.costs[-1]:.6f}")
# Out:
# FAST_COMPILE  108 operations, cost 2.767134
# FAST_RUN       44 operations, cost 2.767134

# %%
# The results are the same; the way there isn't.
# How long it takes depends on your computer, so no times are printed on this page.
# Add ``print(seconds)`` to your copy to see your own.
# With a C compiler you'll see this:
#
# - ``FAST_COMPILE`` is ready sooner. The difference is largest the very first time on a new computer, as ``FAST_RUN`` has each operation turned into C and compiled; Theano keeps the results for later.
# - A step takes many times as long with ``FAST_COMPILE``, whose operations are more, and run in Python.
#
# So ``FAST_RUN`` soon earns back what it costs, long before a training run like those of the walkthrough is over.
# While you're still trying out formulas and call them only now and then, ``FAST_COMPILE`` saves you waiting.
# And on a computer without a C compiler a step is slow with either: the graph is as small as before, but each of its operations runs in Python.
#
# If you run this chapter as a script, one more line opens its pictures in your browser.

show_graphs(
    cube_written,
    cube_compiled,
    neuron_written,
    neuron_compiled,
    network_written,
    network_compiled,
)

# %%
# Try it yourself
# ---------------
# Each exercise has something to fill in, at the three dots, and a check that says whether it's right.
# Run the check before the solution, which replaces your answer.
#
# You can keep any picture of this page: ``neuron_compiled.save("neuron.svg")`` writes it into a file, which your browser opens.
#
# The repeated sum
# ~~~~~~~~~~~~~~~~
# In chapter 1 a sum repeated itself, ``(x + y) + (x + y)``.
# Count what's in its graph as it was written, and call the result ``count``.
# How many of its additions are duplicates?
#
# .. hint::
#
#    ``written_graph`` takes the compiled function, and ``count_operations`` takes a graph.

from theano_walkthrough.overview import repeated_sum

expression, f = repeated_sum()
count = ...

# %%
# .. solution::

count = count_operations(written_graph(f))
print(count)
print(list_steps(compiled_graph(f)))
# Out:
# GraphCount(operations=3, duplicates=1, composites=0, fused=0, in_place=0)
# ['s1 = add(x, y, x, y)', 'output = s1']

# %%
# Compiled, it's a single addition of :claim:`four terms <list_steps(compiled_graph(f))[0].count(",") + 1>`.
# In a notebook, ``draw_graph(written_graph(f))`` draws it.
#
# .. self-check::

assert count is not ..., "Put the count in the place of the three dots."
assert count.operations == 3, "Three additions were written. Count that graph."
assert count.duplicates == 1, "Count the graph of f, as it was written."
print("Right.")
# Out:
# Right.

# %%
# Without fusion
# ~~~~~~~~~~~~~~
# Compile the neuron's training step with another kind of rewriting left out, ``"fusion"``, and call it ``unfused``.
# How many operations does it take now?
#
# .. hint::
#
#    Do as above with ``"local_log1p"``, but leave out ``"fusion"``.

graph = written_graph(step)
unfused = ...

# %%
# .. solution::

unfused = theano.function(
    graph.inputs,
    graph.outputs,
    updates=graph.updates,
    mode=get_mode("FAST_RUN").excluding("fusion"),
)
count = count_operations(compiled_graph(unfused))
print(count.operations, "operations,", count.composites, "of them Composites")
# Out:
# 25 operations, 0 of them Composites

# %%
# What was joined into Composites is now computed one after the other.
#
# .. self-check::

assert unfused is not ..., "Put your function in the place of the three dots."
count = count_operations(compiled_graph(unfused))
assert count.composites == 0, (
    "There are still Composites. Is fusion left out of the mode?"
)
assert len(compiled_graph(unfused).updates) == 2, (
    "Hand over the updates of w and b, too."
)
assert count.operations < 48, "Leave out fusion only, and nothing else."
print("Right.")
# Out:
# Right.

# %%
# A slope with a duplicate
# ~~~~~~~~~~~~~~~~~~~~~~~~
# Compile the gradient of :math:`e^{x^2}` for one number ``x``, and call the function ``slope``.
# What does Theano write down more than once, and what does the compiler leave?
#
# .. hint::
#
#    The formula is ``T.exp(x**2)``. ``T.grad`` derives it, and ``theano.function`` compiles what it returns.

import theano.tensor as T

x = T.dscalar("x")
slope = ...

# %%
# .. solution::

slope = theano.function([x], T.grad(T.exp(x**2), x))
print(count_operations(written_graph(slope)))
print(list_steps(compiled_graph(slope)))
# Out:
# GraphCount(operations=10, duplicates=1, composites=0, fused=0, in_place=0)
# ['s1 = (2 * exp(sqr(x)) * x)', 'output = s1']

# %%
# The exponential is its own derivative, so it's written down :claim:`twice <count_operations(written_graph(slope)).duplicates + 1>`, for the formula and for its slope.
# The compiled function does it all in :claim:`one operation <len(compiled_graph(slope).operations) == 1>`, and :math:`2 x \, e^{x^2}` is what you'd find by hand.
#
# .. self-check::

assert slope is not ..., "Put your function in the place of the three dots."
assert callable(slope), "That's still a formula. Compile it with theano.function."
assert abs(slope(0)) < 1e-9, "At 0 the slope should be 0. Compile the gradient."
assert abs(slope(1) - 5.43656) < 1e-4, (
    "slope(1) should be 2 times e. Is it exp(x**2)?"
)
print("Right.")
# Out:
# Right.
