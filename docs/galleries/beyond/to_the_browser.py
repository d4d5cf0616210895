"""
From Theano to your browser
===========================

.. summary:: How the playground's JavaScript is made from Theano's graph, by a compiler that you can read.
   :order: 60

- **You'll see** how the training of :doc:`chapter 6 </chapters/6_network_that_solves_xnor>` becomes the JavaScript that runs in the :doc:`playground </playground>`.
- **You need** to know what a :term:`graph <computation graph>` is, from :doc:`See the graph </beyond/graphs>`.
- **You'll know** how a small compiler works, and how fast its code is.

The playground and the figures that you can move in the chapters compute in your browser, where there's neither Theano nor Python.
We could have written the networks a second time, in JavaScript, and promised that both are the same.
But Theano's graph already says everything that there is to compute.
So a program can translate it, and nobody has to promise anything.
"""

import theano_walkthrough

import numpy as np
import theano
import theano.tensor as T

from theano_walkthrough.beyond.js_compiler import to_javascript

# %%
# What comes out
# --------------
# Begin with something small: the length of an arrow, :math:`\sqrt{x_0^2 + x_1^2}`.

x = T.dvector("x")
length = T.sqrt((x**2).sum())
print(to_javascript([], {x: (2,)}, {"length": length}, name="measure"))
# Out:
# export function measure(state, inputs) {
#   const x_0 = inputs[0], x_1 = inputs[1];
#   // s1 = sqr(x)
#   const t1 = x_0 * x_0;
#   const t2 = x_1 * x_1;
#   // s2 = sum(s1)
#   const t3 = t1 + t2;
#   // s3 = sqrt(s2)
#   const t4 = Math.sqrt(t3);
#   return [t4];
# }
# measure.layout = {
#   state: [],
#   inputs: ["x_0", "x_1"],
#   outputs: ["length"],
# };

# %%
# Each comment is an operation of Theano's graph, and the lines below it do the same number by number.
# There are no arrays any more, no loops and no calls, just one line for each number that is computed.
# Such code is called *straight-line* code, and nothing is easier for a computer to run fast.
#
# The shape of ``x`` had to be given, because a graph doesn't know how long a :term:`vector` will be, and straight-line code must know.
#
# Small operations only
# ---------------------
# Theano's compiler joins operations, reuses memory, and calls libraries for :term:`matrices <matrix>`.
# All this serves large arrays in C; for us it only gets in the way.
# So we ask for a :term:`mode` that simplifies the graph as usual, but leaves out these three kinds of rewriting.

from theano_walkthrough.beyond.graph_inspection import (
    compiled_graph,
    count_operations,
    written_graph,
)
from theano_walkthrough.beyond.js_compiler import MODE
from theano_walkthrough.network import network_training_step, start_network

network = start_network(seed=0)
written = written_graph(network_training_step(network))
for mode in (None, MODE):
    f = theano.function(
        written.inputs, written.outputs, updates=written.updates, mode=mode
    )
    print(count_operations(compiled_graph(f)))
# Out:
# GraphCount(operations=44, duplicates=0, composites=8, fused=28, in_place=14)
# GraphCount(operations=67, duplicates=0, composites=0, fused=0, in_place=0)

# %%
# The first line was counted with :ref:`this site's package <what-this-package-changes>`; without it Theano has :claim:`45 <facts.functions.network_step(speedups=False)[0]>` operations.
# In the second there are more operations, but of only :claim:`nineteen <len({str(node.op) for node in f.maker.fgraph.apply_nodes})>` kinds: sums, products, exponentials, and some that merely put numbers in another place.
#
# Numbers that take notes
# -----------------------
# Now for the trick.
# How do you translate the dot product of a matrix with a vector?
# You could work out which elements meet which.
# But NumPy knows that already!
# It computes with whatever objects an array holds: to multiply one element by another it asks the first how that's done.
# So we give it objects that don't compute anything, but write down what they've been asked for.

from typing import Any

from theano import scalar
from theano_walkthrough.beyond.js_tracing import Number  # shown in full

# %%
# In the code such a number stands by its name, and a known one by its digits: the fewest that JavaScript reads as the very same number, to the last bit.

from theano_walkthrough.beyond.js_tracing import literal  # shown in full

# %%
# The notes go onto a tape.

import itertools
from functools import reduce

from theano.tensor import nnet
from theano_walkthrough.beyond.js_tracing import FORMULAS
from theano_walkthrough.beyond.js_tracing import Tape  # shown in full

# %%
# Look at what a dot product leaves behind.

tape = Tape()
inputs = np.array([Number("x_0", tape), Number("x_1", tape)])
weights = np.array([Number("w_0", tape), Number("w_1", tape)])
z = np.dot(inputs, weights)
print("\n".join(tape.lines))
# Out:
# const t1 = x_0 * w_0;
# const t2 = x_1 * w_1;
# const t3 = t1 + t2;

# %%
# NumPy believes that it has computed something, and we have the code.
# The tape has learnt from real compilers.
# It writes no formula again: whoever asks for a known one gets the number that it gave.
# And what depends on known values only is computed now, not in the browser.

again = np.dot(inputs, weights)
shifted = tape.emit(scalar.add, again, tape.emit(scalar.sqrt, 16.0))
print("\n".join(tape.lines[3:]))
# Out:
# const t4 = t3 + 4;

# %%
# The dot product was there already, and the root of 16 is 4.
#
# It also knows that :math:`e^z = 1 / e^{-z}`, because an exponential takes far longer than a division.

tape = Tape()
z = Number("z", tape)
decay = tape.emit(scalar.exp, tape.emit(scalar.neg, z))
growth = tape.emit(scalar.exp, z)
print("\n".join(tape.lines))
# Out:
# const t1 = -z;
# const t2 = Math.exp(t1);
# const t3 = 1 / t2;

# %%
# So a sigmoid, its slope and its part in the cost share one exponential.
#
# All that's left is a walk through the graph: take its operations in order, carry out each of them on arrays of such numbers, and write the new values of the shared variables at the end.
# ``to_javascript`` does it in :claim:`fewer than fifty <facts.site.lines_of_code(to_javascript) < 50>` lines; you'll find them in the :doc:`reference </reference>`'s source.
#
# The whole training step
# -----------------------
# Here is the step of chapter 6, with all :claim:`five <len(written.updates)>` of its :term:`gradients <gradient>` and :term:`updates <update>`.

x, a_hat = written.inputs
a3, cost = written.outputs
code = to_javascript(
    list(vars(network).values()),
    {x: (4, 2), a_hat: (4,)},
    {"a3": a3, "cost": cost},
    written.updates,
)
lines = code.splitlines()
print("\n".join([*lines[:16], "  ...", *lines[-16:]]))
# Out:
# export function step(state, inputs) {
#   const w1_0 = state[0], w1_1 = state[1];
#   const w2_0 = state[2], w2_1 = state[3];
#   const w3_0 = state[4], w3_1 = state[5];
#   const b1 = state[6];
#   const b2 = state[7];
#   const x_0_0 = inputs[0], x_0_1 = inputs[1];
#   const x_1_0 = inputs[2], x_1_1 = inputs[3];
#   const x_2_0 = inputs[4], x_2_1 = inputs[5];
#   const x_3_0 = inputs[6], x_3_1 = inputs[7];
#   const a_hat_0 = inputs[8], a_hat_1 = inputs[9], a_hat_2 = inputs[10], a_hat_3 = inputs[11];
#   // s1 = dimshuffle{x}(b2)
#   // s2 = dimshuffle{x}(b1)
#   // s3 = dot(x, w2)
#   const t1 = x_0_0 * w2_0;
#   const t2 = x_0_1 * w2_1;
#   ...
#   const t292 = b2 - t291;
#   state[0] = t221;
#   state[1] = t222;
#   state[6] = t251;
#   state[2] = t268;
#   state[3] = t269;
#   state[4] = t286;
#   state[5] = t287;
#   state[7] = t292;
#   return [t84, t88, t92, t96, t148];
# }
# step.layout = {
#   state: ["w1_0", "w1_1", "w2_0", "w2_1", "w3_0", "w3_1", "b1", "b2"],
#   inputs: ["x_0_0", "x_0_1", "x_1_0", "x_1_1", "x_2_0", "x_2_1", "x_3_0", "x_3_1", "a_hat_0", "a_hat_1", "a_hat_2", "a_hat_3"],
#   outputs: ["a3_0", "a3_1", "a3_2", "a3_3", "cost"],
# };

# %%
# Is it the same training?
# Node runs JavaScript without a browser, so let's train there, as often as chapter 6 did, and in Theano beside it.

from theano_walkthrough.beyond.nodejs import run_javascript
from theano_walkthrough.gates import truth_table
from theano_walkthrough.training import train

start = np.hstack(
    [shared.get_value() for shared in vars(network).values()]
).tolist()
inputs, targets = truth_table("XNOR")
javascript_costs = run_javascript(
    f"""{code}
    const state = {start};
    const inputs = {[*inputs.ravel(), *targets]};
    const place = step.layout.outputs.indexOf("cost");
    const costs = [];
    for (let i = 0; i < 30_000; i++) costs.push(step(state, inputs)[place]);
    console.log(JSON.stringify(costs));
    """
)
run = train(network_training_step(network), inputs, targets)
for iteration in (0, 1_000, 10_000, 29_999):
    print(f"{run.costs[iteration]:.12f}  {javascript_costs[iteration]:.12f}")
# Out:
# 4.159782809213  4.159782809213
# 2.763219265013  2.763219265013
# 1.107281418520  1.107281418520
# 0.059760890083  0.059760890083

# %%
# :claim:`Twelve decimals agree <abs(run.costs[-1] - javascript_costs[-1]) < 0.5 * 10**-12>`, after :claim:`thirty thousand <len(run.costs)>` steps.
# The digits after them needn't: JavaScript's exponential and Theano's may round differently, and they add up in another order.

difference = np.abs(np.divide(javascript_costs, run.costs) - 1).max()
print(difference < 1e-12)
# Out:
# True

# %%
# How fast it is
# --------------
# The same training, from the same start to the same cost, in some ways of the many on the page :doc:`How fast it is </speed>`.
#
# .. benchmark-table:: training
#    :only: numpy theano node chromium numba
#
# Theano needs :claim:`less than half <facts.benchmarks.ratio("theano", "numpy") < 1/2>` of NumPy's time: each of its operations is compiled, and no Python runs between them.
# In Chromium the generated code is :claim:`more than five times <facts.benchmarks.ratio("theano", "chromium") > 5>` as fast as Theano itself, and in Node :claim:`more than ten times <facts.benchmarks.ratio("theano", "node") > 10>`.
# And it isn't even compiled before it runs: Chromium and Node compile it while it runs.
# A miracle? No.
# In this network a step is :claim:`three hundred <code.count("const t")>` operations on single numbers, which takes a computer about :claim:`a millionth <round(facts.benchmarks.microseconds("node")) / 1_000_000>` of a second.
# Theano spends :claim:`nearly all <facts.benchmarks.ratio("node", "theano") < 0.1>` of its time on getting each of its operations ready, which hardly matters for large arrays, and is everything for arrays as small as these.
# :claim:`Numba's loop is the fastest <facts.benchmarks.ways()[0] == "numba">`: written by hand for this one network, and returning nothing but the cost, where the playground's step also returns every activation and gradient, to show them.
#
# Where the time goes
# -------------------
# The table's times are those of a page just opened, and of a process just begun; Numba has compiled its loop before.
# In both it's the engine V8 that compiles, in the midst of the training: the first steps it reads operation by operation, then come its compilers, a quick one and after it a thorough one.
# While they work the training goes on in the slower way, and straight-line code gives them much to do.
# So the first training in Node takes :claim:`more than twice <facts.benchmarks.ratio("node first", "numba", "javascript") > 2>` as long as Numba's loop, and a later one :claim:`less than twice <facts.benchmarks.ratio("node later", "numba", "javascript") < 2>` as long; so does :claim:`a later one in Chromium <facts.benchmarks.ratio("chromium later", "numba", "javascript") < 2>`.
#
# :claim:`More than half <facts.benchmarks.ratio("calls later", "node later", "javascript") > 1/2>` of what's left goes into calls of ``Math.exp`` and ``Math.log1p``, one after another.
# The step has :claim:`twelve <code.count("Math.exp")>` exponentials, one for each of :claim:`three neurons and four examples <code.count("Math.exp") == 3 * 4 == 3 * len(inputs)>`.
# It can't do with fewer.
#
# We've tried what else might help, and left it out:
#
# - *WebAssembly*, which browsers compile before it runs. It has no exponential: with JavaScript's it was slower than the code here. With one of its own it was faster in the first training, and no faster later. Besides, the pages of this site forbid it, and would have to allow it in their content security policy.
# - An exponential of our own, in JavaScript. It saved time later and lost it at first, when there's more to compile.
# - The loop inside the generated function. V8 then took longer until it had compiled everything.
#
# What it's not for
# -----------------
# Straight-line code has a line for each number, so it grows with the data.

for count in (4, 40, 400):
    longer = to_javascript(
        list(vars(network).values()),
        {x: (count, 2), a_hat: (count,)},
        {"cost": cost},
        written.updates,
    )
    print(f"{count:3} examples: {len(longer.splitlines()):6} lines")
# Out:
#   4 examples:    385 lines
#  40 examples:   2977 lines
# 400 examples:  28897 lines

# %%
# For the four corners that's perfect; for thousands of pictures it's better to keep the loops, as Theano does.
#
# And it knows only the operations that it has met.
# Where it meets another, it says so.

v = T.dvector("v")
try:
    to_javascript([], {v: (3,)}, {"sorted": T.sort(v)})
except NotImplementedError as problem:
    print(problem)
# Out:
# sort_op can't be written in JavaScript yet

# %%
# Try it yourself
# ---------------
# Each exercise has something to fill in, at the three dots, and a check that says whether it's right.
# Run the check before the solution, which replaces your answer.
#
# In the :doc:`playground </playground>` you can have the generated code shown: it's the step that you've just seen, with the :term:`learning rate` as one more input.
#
# The slope of the cube
# ~~~~~~~~~~~~~~~~~~~~~
# Chapter 3 derived the slope of :math:`x^3`.
# Translate it into JavaScript, with the output called ``slope``, and keep the text in ``cube_code``.
# How many lines of computation will there be?
#
# .. hint::
#
#    Do as with the length of an arrow. A single number has the shape ``()``.

from theano_walkthrough.gradients import cube_gradient

gradient, f = cube_gradient()
(number,) = written_graph(f).inputs
cube_code = ...

# %%
# .. solution::

cube_code = to_javascript([], {number: ()}, {"slope": gradient})
print(cube_code)
# Out:
# export function step(state, inputs) {
#   const x = inputs[0];
#   // s1 = sqr(x)
#   const t1 = x * x;
#   // s2 = mul(3, s1)
#   const t2 = 3 * t1;
#   return [t2];
# }
# step.layout = {
#   state: [],
#   inputs: ["x"],
#   outputs: ["slope"],
# };

# %%
# :claim:`Two lines <cube_code.count("const t")>` are left: a square, and 3 times that.
#
# .. self-check::

assert cube_code is not ..., "Put the text in the place of the three dots."
assert "x * x" in cube_code, "There's no square in it. Translate the gradient."
assert cube_code.count("const t") == 2, "There should be two lines of computation."
assert '["slope"]' in cube_code, "Call the output slope."
print("Right.")
# Out:
# Right.

# %%
# The logistic function
# ~~~~~~~~~~~~~~~~~~~~~
# ``T.nnet.sigmoid`` is the logistic function.
# Translate it, for one number, and keep the text in ``sigmoid_code``.
# How many small steps does it become?
#
# .. hint::
#
#    ``to_javascript([], {z: ()}, ...)`` takes a single number ``z``. The outputs are a dictionary: their names, and their formulas.

z = T.dscalar("z")
sigmoid_code = ...

# %%
# .. solution::

sigmoid_code = to_javascript([], {z: ()}, {"a": T.nnet.sigmoid(z)})
print("\n".join(line for line in sigmoid_code.splitlines() if "const t" in line))
print(
    len(FORMULAS),
    "formulas, sigmoid among them:",
    nnet.sigm.ScalarSigmoid in FORMULAS,
)
# Out:
#   const t1 = -z;
#   const t2 = Math.exp(t1);
#   const t3 = 1 + t2;
#   const t4 = 1 / t3;
# 24 formulas, sigmoid among them: False

# %%
# These formulas are all that JavaScript has to know of mathematics here.
# ``sigmoid`` needs none: it's written in :claim:`four <sigmoid_code.count("const t")>` small steps, which other formulas can share.
#
# .. self-check::

assert sigmoid_code is not ..., "Put the text in the place of the three dots."
assert "Math.exp" in sigmoid_code, "It needs Math.exp. Translate T.nnet.sigmoid(z)."
assert sigmoid_code.count("const t") == 4, (
    "Translate it for a single number, of shape ()."
)
print("Right.")
# Out:
# Right.

# %%
# Teach it the sine
# ~~~~~~~~~~~~~~~~~
# JavaScript has a sine, ``Math.sin``, but ``FORMULAS`` doesn't.
# Write the formula that is missing, as text, in ``sine``.
#
# .. hint::
#
#    ``print(FORMULAS[scalar.Tanh])`` shows one that is much like it. ``{0}`` stands for the number.

from unittest.mock import patch

z = T.dscalar("z")
sine = ...

# %%
# .. solution::

sine = "Math.sin({0})"
with patch.dict(FORMULAS, {scalar.Sin: sine}):
    print(to_javascript([], {z: ()}, {"height": T.sin(z)}))
# Out:
# export function step(state, inputs) {
#   const z = inputs[0];
#   // s1 = sin(z)
#   const t1 = Math.sin(z);
#   return [t1];
# }
# step.layout = {
#   state: [],
#   inputs: ["z"],
#   outputs: ["height"],
# };

# %%
# ``patch.dict`` lends the formula to the compiler, and takes it back at the end of the ``with``.
#
# .. self-check::

assert sine is not ..., "Put your formula in the place of the three dots."
with patch.dict(FORMULAS, {scalar.Sin: sine}):
    sine_code = to_javascript([], {z: ()}, {"height": T.sin(z)})
assert "Math.sin(" in sine_code, "JavaScript's sine is Math.sin, with a small s."
assert "Math.sin(z)" in sine_code, "{0} in the formula is where the number goes."
print("Right.")
# Out:
# Right.
