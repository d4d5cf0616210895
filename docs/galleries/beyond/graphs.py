"""
See the graph
=============

.. summary:: What Theano builds from your formulas, in pictures, and what its compiler makes of it.
   :order: 30

- **You'll see** what Theano builds from your formulas, what its compiler makes of it, and what that costs.
- **You need** the gradients of :doc:`the third chapter </chapters/3_functions_and_gradients>`, and the training of :doc:`the fifth </chapters/5_neuron_that_learns>` and :doc:`the sixth </chapters/6_network_that_solves_xnor>`.
- **You'll know** how to read a graph, and five things that a compiler does to it.

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
# A compiled function remembers what it was made from: ``written_graph`` digs it out.

gradient, f = cube_gradient()
cube_written = draw_graph(
    written_graph(f),
    description="The gradient of the cube as derived. Seven operations lead from the "
    "input x and five constants to one output: x to the power of 3, filled with 1 and "
    "multiplied by 3, and x to the power of 3 minus 1, multiplied together at the end.",
)
cube_written

# %%
# Read it from top to bottom, along the arrows.
#
# - An *ellipse* is an input, which you hand over when you call the function.
# - A *number without a border* is a constant.
# - A *box* is an operation. ``s1``, ``s2`` and so on say in which order they're computed.
# - A *hexagon* is an output, which you get back.
# - Where it matters which arrow is which, ``i0`` marks an operation's first input, ``i1`` its second.
#
# You'll find :math:`3 \cdot x^{3 - 1}` in it, but also roundabout things.
# The operation ``fill`` makes a 1 of the same shape as the cube, where the chain rule begins; ``dimshuffle`` would adjust a shape, but has nothing to do here.
# Nobody would write it like this, and nobody has: it's what the rules of calculus give when they're followed blindly.
#
# The same function after the compiler has been at work:

cube_compiled = draw_graph(
    compiled_graph(f),
    description="The gradient of the cube as compiled. The constant 3 and the input x go "
    "into one operation, 3 times the square of x, which is the output.",
)
cube_compiled

# %%
# Seven operations have become one, and three things have happened on the way.
#
# - **Known values are computed at once.** 3 - 1 is 2 whatever ``x`` may be; that's called :term:`constant folding`.
# - **Special cases get special operations.** A power of 2 is a square, and a square needs only one multiplication. The ``fill`` and its 1 are gone.
# - **Neighbours are joined.** The square and the product are computed in one go, with nothing stored in between. Such a joined operation is a *Composite*, drawn with a double border, and joining is called :term:`fusion`.
#
# Let's count.

print(count_operations(written_graph(f)))
print(count_operations(compiled_graph(f)))
# Out:
# GraphCount(operations=7, duplicates=0, composites=0, fused=0, in_place=0)
# GraphCount(operations=1, duplicates=0, composites=1, fused=2, in_place=0)

# %%
# One Composite, in which two operations are fused.
# The other two numbers get their turn with the neuron.
#
# A neuron that learns
# --------------------
# Now the training step of the fifth chapter.
# It's a few lines of Python, but they hold the activation, the cost, both gradients and the updates.

from theano_walkthrough.logistic_neuron import start_neuron, training_step

step = training_step(start_neuron(seed=0))
neuron_written = draw_graph(
    written_graph(step),
    description="A neuron's training step as written. The inputs x and a_hat and the shared "
    "variables w and b stand at the top. 48 operations lead through the activation, "
    "which is output 1, and the cost, which is output 2, and back through the gradients "
    "to the new values of w and b at the bottom.",
)
neuron_written

# %%
# Two more shapes: a *cylinder* is a shared variable, and a *dashed cylinder* its new value, which is an update.
# The upper part is what you wrote, down to ``s20``, the cost.
# From there on it's the work of ``T.grad``, and it goes through the same stations in reverse.

neuron_compiled = draw_graph(
    compiled_graph(step),
    description="A neuron's training step as compiled. 16 operations are left, three of them "
    "Composites with a double border. Thick borders mark seven that work in place. Two "
    "operations called gemv stand for the products of the matrix x with vectors: one "
    "near the top gives the sums, one at the bottom the new w.",
)
neuron_compiled

# %%
# It's a third of the size.

print(count_operations(written_graph(step)))
print(count_operations(compiled_graph(step)))
# Out:
# GraphCount(operations=48, duplicates=4, composites=0, fused=0, in_place=0)
# GraphCount(operations=16, duplicates=0, composites=3, fused=13, in_place=7)

# %%
# What's new compared with the cube?
#
# - **Equal things are computed once.** Four operations of the written graph are *duplicates*: they do what another one does, with the same inputs. Look for ``s5`` and ``s21``; both are :math:`e^{-z}`, once for the activation and once for its slope.
# - **Memory is used again.** A thick border marks an operation that works :term:`in place <in-place>`: it overwrites the input at the thick arrow instead of asking for new memory. That's safe only if nobody needs the old value any more, so the order of the steps matters.
#
# And some special operations turn up that you've never written.
#
# - ``sigmoid`` is the logistic function. The compiler has recognised :math:`1 / (1 + e^{-z})`.
# - ``softplus`` is :math:`\ln(1 + e^z)`, in a form that survives large numbers. It has replaced the logarithm of the activation.
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
# It has two logarithms, :math:`\ln a` and :math:`\ln (1 - a)`, but only the first has become a ``softplus``.
# The second is ``log1p``, which is :math:`\ln(1 + \dots)`, of an activation that has been rounded already.
# For a neuron that is sure and wrong this breaks down, which is the subject of :doc:`A cost that survives <stable_cost>`.
#
# Why the second one not?
# A compiler tries hundreds of small rules, and here two of them fit.
# The rule named ``local_log1p`` gets there first, and what it leaves behind doesn't look like a case for ``softplus`` any more.
# Leave that rule out, and the other one finds its case.

from theano.compile.mode import get_mode

written = written_graph(step)
for mode in (get_mode("FAST_RUN"), get_mode("FAST_RUN").excluding("local_log1p")):
    other_step = theano.function(
        written.inputs, written.outputs, updates=written.updates, mode=mode
    )
    steps = "\n".join(list_steps(compiled_graph(other_step)))
    print(
        f"softplus {steps.count('softplus')} times, log1p {steps.count('log1p')} times"
    )
# Out:
# softplus 1 times, log1p 1 times
# softplus 2 times, log1p 0 times

# %%
# So don't rely on being rescued: write the stable form yourself where it matters.
#
# A network
# ---------
# The network for XNOR has three neurons in place of one, and its gradients go through two layers.

from theano_walkthrough.network import network_training_step, start_network

network_step = network_training_step(start_network(seed=0))
network_written = draw_graph(
    written_graph(network_step),
    description="The network's training step as written. 122 operations lead from the inputs "
    "x and a_hat and the shared variables w1, w2, w3, b1 and b2 through both layers down "
    "to the activation and the cost, and on through five gradients to five new values.",
)
network_written

# %%
# You couldn't keep this apart by hand, and this is a network of three neurons.
# Two side branches at the top are the hidden neurons.
# ``join`` puts their answers side by side, the output neuron follows, and on the way back ``split`` takes the blame apart again, one share for each hidden neuron.

network_compiled = draw_graph(
    compiled_graph(network_step),
    description="The network's training step as compiled. 44 operations are left, eight of them "
    "Composites; 14 work in place. Five new values hang from the operations that "
    "overwrite w1, w2, w3, b1 and b2.",
)
network_compiled

# %%
# The compiler has done the same five things, only more of them.

print(count_operations(written_graph(network_step)))
print(count_operations(compiled_graph(network_step)))
# Out:
# GraphCount(operations=122, duplicates=15, composites=0, fused=0, in_place=0)
# GraphCount(operations=44, duplicates=0, composites=8, fused=28, in_place=14)

# %%
# (Theano by itself would end with 45 operations, 15 of them in place: a product of two vectors is one that :ref:`this site's package helps with <what-this-package-changes>`.)
#
# Each of the five parameters is updated in place.
# But the compiler has missed something again: the output neuron has its ``sigmoid``, while the answers of the hidden neurons are still spelled out, as ``inv((1 + exp(...)))``.
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
    written = written_graph(network_training_step(start_network(seed=0)))

    start = perf_counter()
    other_step = theano.function(
        written.inputs, written.outputs, updates=written.updates, mode=mode
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
# Where this page was written, it was like this:
#
# - ``FAST_COMPILE`` was ready in a few hundredths of a second, ``FAST_RUN`` in a quarter of a second. The very first time on a new computer it's more like ten seconds, as each operation has to be turned into C and compiled; Theano keeps the results for later.
# - A step took about half a thousandth of a second with ``FAST_COMPILE``, and a fifteenth of that with ``FAST_RUN``.
#
# So after some five hundred steps ``FAST_RUN`` has earned back what it cost, and a training has thirty thousand.
# While you're still trying out formulas that you call once or twice, ``FAST_COMPILE`` saves you waiting.
# And on a computer without a C compiler both take about a thousandth of a second for a step: the graph is as small as before, but each of its operations runs in Python.
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
# - Draw the graph of ``repeated_sum`` from ``theano_walkthrough.overview``. Of its three additions one is a duplicate, and the compiled graph is a single addition, of four terms.
# - Leave out another kind of rewriting, with ``get_mode("FAST_RUN").excluding("fusion")``. The neuron's training step then takes 25 operations, none of them a Composite.
# - Save a picture with ``neuron_compiled.save("neuron.svg")``, and open the file in a browser.
