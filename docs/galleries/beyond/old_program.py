"""
Bring an old program back
=========================

.. summary:: A program of 2016, from its first error today to the very numbers that it printed then.
   :order: 80
   :picture: 1

- **You'll see** a program for Python 2 and an old Theano fail, one error after the other, until it runs again.
- **You need** the training of :doc:`chapter 6 </chapters/6_network_that_solves_xnor>`, if you want to know what the program computes; to follow its errors you need nothing.
- **You'll know** what each of these errors means, how a tool mends most of them at once, and what has to change for PyTensor.

Most programs for Theano were written between 2010 and 2017, for Python 2.
Many still lie around: beside a paper, in a course, on an old disk.
Hardly any of them runs today as it is, yet what's wrong with them is nearly always the same.
So let's take one and look.
"""

import theano_walkthrough

from theano_walkthrough.beyond.old_programs import (
    differences,
    printed_numbers,
    revive_program,
    run_program,
    value_in_program,
)

# %%
# A program of 2016
# -----------------
# This one is written in the style of its time.
# It draws pictures with a bar in them, upright or lying, and a small network learns to tell which.
# In the network there's all that was in fashion: a *convolution*, which looks everywhere in a picture for the same small patterns; *pooling*, which keeps the strongest answer of each neighbourhood; and *dropout*, which switches off a random part of these features while the network trains.

program = """\
# Tells pictures of vertical bars from pictures of horizontal ones.
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.signal import downsample
from theano.tensor.shared_randomstreams import RandomStreams

floatX = theano.config.floatX
rng = np.random.RandomState(1000)
srng = RandomStreams(rng.randint(2 ** 30))

def draw(n):
    labels = rng.randint(2, size=n).astype(np.int)
    images = rng.uniform(0, 0.4, (n, 1, 6, 6))
    for i in xrange(n):
        place = rng.randint(6)
        if labels[i]:
            images[i, 0, :, place] += 0.6
        else:
            images[i, 0, place, :] += 0.6
    return images.astype(floatX), labels

def weights(*shape):
    return theano.shared(rng.normal(0, 0.5, shape).astype(floatX))

images, labels = draw(200)
new_images, new_labels = draw(100)

x, y, keep = T.tensor4('x'), T.lvector('y'), T.scalar('keep')
filters, w, b = weights(4, 1, 3, 3), weights(16), weights()
maps = T.maximum(T.nnet.conv2d(x, filters), 0)
pooled = downsample.max_pool_2d(maps, (2, 2), ignore_border=True)
features = T.flatten(pooled, outdim=2)
mask = srng.binomial(n=1, p=keep, size=features.shape, dtype=floatX)
answer = T.nnet.sigmoid(T.dot(features * mask / keep, w) + b)
cost = T.nnet.binary_crossentropy(answer, y).mean()
accuracy = T.eq(answer > 0.5, y).mean()

updates = [(p, p - 0.5 * T.grad(cost, p)) for p in [filters, w, b]]
train = theano.function([x, y, keep], cost, updates=updates)
test = theano.function([x, y, keep], [cost, accuracy])

for epoch in xrange(1, 11):
    for batch in xrange(len(images) / 20):
        part = slice(20 * batch, 20 * batch + 20)
        train(images[part], labels[part], 0.8)
    result = test(new_images, new_labels, 1)
    print 'epoch %d, cost %.3f, accuracy %.2f' % (epoch, result[0], result[1])
"""

# %%
# Its user had a fast graphics card, and told Theano so in a file of settings, ``.theanorc``:

settings = """\
[global]
device = gpu
floatX = float32

[lib]
cnmem = 0.8
"""

# %%
# Python 2.7 and Theano 0.8.2 can still be installed, if you insist.
# There, without the graphics card, it prints this:

in_2016 = """\
epoch 1, cost 0.624, accuracy 0.71
epoch 2, cost 0.515, accuracy 0.82
epoch 3, cost 0.452, accuracy 0.83
epoch 4, cost 0.399, accuracy 0.85
epoch 5, cost 0.349, accuracy 0.94
epoch 6, cost 0.296, accuracy 0.98
epoch 7, cost 0.240, accuracy 1.00
epoch 8, cost 0.198, accuracy 1.00
epoch 9, cost 0.165, accuracy 1.00
epoch 10, cost 0.135, accuracy 1.00"""

# %%
# That's where we want to get back to.
#
# One error after the other
# -------------------------
# ``run_program`` writes a program to a file and runs it in a process of its own, as you'd do in a terminal, with the settings beside it.
# It returns what the program has printed, or the line that says which error ended it.
# It has Theano compile no C: so small a program is done sooner without.

print(run_program(program, settings))
# Out:
# SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?

# %%
# Python 3 can't even read it: ``print`` was a statement in Python 2, and is a function now.
# The :ref:`other changes <python-2>` from Python 2 to Python 3 will show only when we get to them.
#
# This little function makes each of our changes; what isn't there, it can't change, and says so.

from collections.abc import Mapping
from theano_walkthrough.beyond.old_programs import mend  # shown in full

mended = mend(
    program,
    {
        "print 'epoch %d, cost %.3f, accuracy %.2f' % (epoch, result[0], result[1])": (
            "print('epoch %d, cost %.3f, accuracy %.2f' % (epoch, result[0], result[1]))"
        )
    },
)
print(run_program(mended, settings))
# Out:
# ValueError: You are tring to use the old GPU back-end. It was removed from Theano. Use device=cuda* now. See https://github.com/Theano/Theano/wiki/Converting-to-the-new-gpu-back-end%28gpuarray%29 for more information.

# %%
# Now it's Python, and Theano speaks for the first time, while it is imported.
# ``device=cuda`` wouldn't help, since :ref:`no graphics card works with Theano any more <gpu>`.
# What remains of the settings is ``floatX``, the kind of number that the program asks for.
# The program will run on the processor, which is fast enough for it.

settings = mend(settings, {"device = gpu\n": "", "\n[lib]\ncnmem = 0.8\n": ""})
print(settings)
print(run_program(mended, settings))
# Out:
# [global]
# floatX = float32
#
# AttributeError: module 'numpy' has no attribute 'bool'.

# %%
# This error isn't the program's: Theano itself asks for :ref:`a name that NumPy has taken away <numpy-bool>`.
# It's the first of many such errors, and to cure all of them is what this site's package is for.

mended = mend(
    mended, {"import theano\n": "import theano_walkthrough\nimport theano\n"}
)
print(run_program(mended, settings))
# Out:
# ImportError: cannot import name 'downsample' from 'theano.tensor.signal'

# %%
# From now on it's about the program's own lines.
# Theano's authors tidied up between 2016 and its end, and :ref:`names have moved <moved-modules>`: ``downsample`` is called ``pool`` today.

mended = mend(
    mended,
    {
        "import downsample": "import pool",
        "downsample.max_pool_2d": "pool.pool_2d",
    },
)
print(run_program(mended, settings))
# Out:
# ModuleNotFoundError: No module named 'theano.tensor.shared_randomstreams'

# %%
# The random numbers, too.
# Here one has to be careful: Theano has a class with nearly the old name, ``RandomStream``, and it :ref:`takes the old arguments for something else <old-streams>`.
# The one that takes them as before is this:

mended = mend(
    mended,
    {
        "from theano.tensor.shared_randomstreams import RandomStreams": (
            "from theano.sandbox.rng_mrg import MRG_RandomStream"
        ),
        "RandomStreams(": "MRG_RandomStream(",
    },
)
print(run_program(mended, settings))
# Out:
# AttributeError: module 'numpy' has no attribute 'int'.

# %%
# NumPy's missing names again, but this time :ref:`it's the program that asks <numpy-int>`.
# What was meant is Python's own ``int``.

mended = mend(mended, {"np.int)": "int)"})
print(run_program(mended, settings))
# Out:
# NameError: name 'xrange' is not defined. Did you mean: 'range'?

# %%
# Yes, we did.

mended = mend(mended, {"xrange": "range"})
print(run_program(mended, settings))
# Out:
# TypeError: flatten() got an unexpected keyword argument 'outdim'

# %%
# An argument has got another name: the number of dimensions is ``ndim`` now, as everywhere else.
#
# .. predict::
#
#    One error is left, and it's one of Python 2.
#    Can you find its line in the program?

mended = mend(mended, {"outdim=": "ndim="})
print(run_program(mended, settings))
# Out:
# TypeError: 'float' object cannot be interpreted as an integer

# %%
# Whole numbers divided by ``/`` gave a whole number in Python 2; in Python 3 they give a fraction, and ``//`` does what ``/`` did.
# We're lucky that ``range`` refuses the fraction.
# In the middle of a formula nobody would complain, and the program would silently compute something else.
# So search an old program for each ``/``, and ask whether both sides are whole numbers.

mended = mend(mended, {"len(images) / 20": "len(images) // 20"})
by_hand = run_program(mended, settings)
print(by_hand)
# Out:
# epoch 1, cost 0.625, accuracy 0.69
# epoch 2, cost 0.515, accuracy 0.82
# epoch 3, cost 0.456, accuracy 0.83
# epoch 4, cost 0.409, accuracy 0.83
# epoch 5, cost 0.364, accuracy 0.92
# epoch 6, cost 0.317, accuracy 0.96
# epoch 7, cost 0.258, accuracy 0.98
# epoch 8, cost 0.216, accuracy 0.99
# epoch 9, cost 0.170, accuracy 1.00
# epoch 10, cost 0.148, accuracy 1.00

# %%
# It runs, and it learns.
# What has it learnt to tell apart?
# We ask it for the first pictures at its end.

from theano_walkthrough.plots import plot_pictures

pictures, answers = value_in_program(
    mended, "images[:8, 0].tolist(), labels[:8].tolist()", settings
)
names = ["vertical" if answer else "horizontal" for answer in answers]
figure = plot_pictures(pictures, names)

# %%
# .. figure-description::
#
#    :claim:`Eight <len(pictures)>` pictures of :claim:`six by six <(len(pictures[0]), len(pictures[0][0]))>` points, dark and uneven, each with a lighter bar across it; :claim:`five <names.count("vertical")>` bars are vertical, the others horizontal.
#
# The numbers differ from those of 2016, though, if not by much.
# Did we break something?
# The costs can't tell: the new streams draw other random numbers from the same seed, so dropout switches off other features.
# We'll find out.
#
# The short way
# -------------
# Nobody has to do this by hand.
# :ref:`A tool <the-tool>` of this site's package knows what we've just met, and more: it reads a program, says line by line what needs mending, and mends what it's sure of.
# In a terminal that's ``python -m theano_walkthrough.revive program.py --write``; ``revive_program`` does it with the text that we started from.

from textwrap import fill

report, revived = revive_program(program)
for line in report.splitlines():
    print(fill(line, 80, subsequent_indent="    "))
# Out:
# program.py:3: import theano: old names need `import
#     theano_walkthrough.compat.theano_1_0` above it (help: moved-modules), mended
# program.py:5: from theano.tensor.signal import downsample: import what you use
#     of it from where that is today, or `import
#     theano_walkthrough.compat.theano_1_0` (help: moved-modules), mended
# program.py:6: from theano.tensor.shared_randomstreams import RandomStreams:
#     write `theano.sandbox.rng_mrg.MRG_RandomStream`: it takes the old arguments,
#     has fewer distributions, and draws other numbers from the same seed, or
#     `import theano_walkthrough.compat.theano_1_0` (help: old-streams), mended
# program.py:13: np.int: write int (help: numpy-int), mended
# program.py:15: for i in xrange(n): in Python 3 it's `for i in range(n)` (help:
#     python-2), mended
# program.py:32: downsample.max_pool_2d: write
#     `theano.tensor.signal.pool.pool_2d`, or `import
#     theano_walkthrough.compat.theano_1_0` (help: moved-modules), mended
# program.py:33: T.flatten(outdim=): write ndim= (help: moved-modules), mended
# program.py:43: for epoch in xrange(1, 11): in Python 3 it's `for epoch in
#     range(1, 11)` (help: python-2), mended
# program.py:44: for batch in xrange(len(images) / 20): in Python 3 it's `for
#     batch in range(len(images) / 20)` (help: python-2), mended
# program.py:44: len(images) / 20: in Python 2 this was // if both are whole
#     numbers (help: python-2), left to you
# program.py:48: print 'epoch %d, cost %.3f, accuracy %.2f' % (epoch, result[0],
#     result[1]): in Python 3 it's `print('epoch %d, cost %.3f, accuracy %.2f' %
#     (epoch, result[0], result[1]))` (help: python-2), mended
# program.py: the original is in program.py.orig

# %%
# For each line the tool says what to write instead, and where the :doc:`help page </help>` explains it.
# This is what it has changed:

print(differences(program, revived))
# Out:
# + import theano_walkthrough.compat.theano_1_0
# -     labels = rng.randint(2, size=n).astype(np.int)
# +     labels = rng.randint(2, size=n).astype(int)
# -     for i in xrange(n):
# +     for i in range(n):
# - features = T.flatten(pooled, outdim=2)
# + features = T.flatten(pooled, ndim=2)
# - for epoch in xrange(1, 11):
# + for epoch in range(1, 11):
# -     for batch in xrange(len(images) / 20):
# +     for batch in range(len(images) / 20):
# -     print 'epoch %d, cost %.3f, accuracy %.2f' % (epoch, result[0], result[1])
# +     print('epoch %d, cost %.3f, accuracy %.2f' % (epoch, result[0], result[1]))

# %%
# Less than we did: instead of the new names it has written one import, ``theano_walkthrough.compat.theano_1_0``, which gives Theano :doc:`its old names </old_names>` back, each with the arguments that it took.
#
# One line is *left to you*.
# A tool that only reads can't know what will be divided, so it doesn't touch the slash.
# We know.

revived = mend(revived, {"len(images) / 20": "len(images) // 20"})
again = run_program(revived, settings)
print(again.splitlines()[-1])
print("the same as in 2016:", again == in_2016)
# Out:
# epoch 10, cost 0.135, accuracy 1.00
# the same as in 2016: True

# %%
# There they are, the very numbers of 2016.
# The old ``RandomStreams`` drew its numbers with a generator of NumPy, which hasn't changed since, and the one that is given back does the same.
# So nothing was broken.
#
# The tool reads settings, too: ``python -m theano_walkthrough.revive ~/.theanorc``.
#
# Further, to PyTensor
# --------------------
# The program runs again, but it stands on a Theano that nobody develops any more.
# If you want to go on working with it, take it to PyTensor, :doc:`Theano's living successor <then_and_now>`.
# We start from the program that we've mended by hand, since it holds no old names.
# Most of what changes is ``theano`` itself; but PyTensor has dropped the module ``nnet``, and pooling, so some formulas must be written out.

ported = mend(
    mended,
    {
        "import theano_walkthrough\n": "",
        "import theano\n": "import pytensor\n",
        "import theano.tensor as T": "import pytensor.tensor as T",
        "from theano.tensor.signal import pool": (
            "from pytensor.tensor.conv import conv2d"
        ),
        "from theano.sandbox.rng_mrg import MRG_RandomStream": (
            "from pytensor.tensor.random.utils import RandomStream"
        ),
        "MRG_RandomStream(": "RandomStream(",
        "theano.": "pytensor.",
        "T.nnet.conv2d": "conv2d",
        "pool.pool_2d(maps, (2, 2), ignore_border=True)": (
            "maps.reshape((-1, 4, 2, 2, 2, 2)).max(axis=(3, 5))"
        ),
        "srng.binomial(n=1, p=keep, size=features.shape, dtype=floatX)": (
            "srng.bernoulli(keep, size=features.shape)"
        ),
        "T.nnet.sigmoid": "T.sigmoid",
        "T.nnet.binary_crossentropy(answer, y)": (
            "-T.switch(y, T.log(answer), T.log(1 - answer))"
        ),
    },
)
print(differences(mended, ported))
# Out:
# - import theano_walkthrough
# - import theano
# + import pytensor
# - import theano.tensor as T
# + import pytensor.tensor as T
# - from theano.tensor.signal import pool
# - from theano.sandbox.rng_mrg import MRG_RandomStream
# + from pytensor.tensor.conv import conv2d
# + from pytensor.tensor.random.utils import RandomStream
# - floatX = theano.config.floatX
# + floatX = pytensor.config.floatX
# - srng = MRG_RandomStream(rng.randint(2 ** 30))
# + srng = RandomStream(rng.randint(2 ** 30))
# -     return theano.shared(rng.normal(0, 0.5, shape).astype(floatX))
# +     return pytensor.shared(rng.normal(0, 0.5, shape).astype(floatX))
# - maps = T.maximum(T.nnet.conv2d(x, filters), 0)
# + maps = T.maximum(conv2d(x, filters), 0)
# - pooled = pool.pool_2d(maps, (2, 2), ignore_border=True)
# + pooled = maps.reshape((-1, 4, 2, 2, 2, 2)).max(axis=(3, 5))
# - mask = srng.binomial(n=1, p=keep, size=features.shape, dtype=floatX)
# + mask = srng.bernoulli(keep, size=features.shape)
# - answer = T.nnet.sigmoid(T.dot(features * mask / keep, w) + b)
# + answer = T.sigmoid(T.dot(features * mask / keep, w) + b)
# - cost = T.nnet.binary_crossentropy(answer, y).mean()
# + cost = -T.switch(y, T.log(answer), T.log(1 - answer)).mean()
# - train = theano.function([x, y, keep], cost, updates=updates)
# + train = pytensor.function([x, y, keep], cost, updates=updates)
# - test = theano.function([x, y, keep], [cost, accuracy])
# + test = pytensor.function([x, y, keep], [cost, accuracy])

# %%
# It runs as the others did, in a process of its own and without C.

in_pytensor = run_program(ported, settings)
print(in_pytensor.splitlines()[-1])
# Out:
# epoch 10, cost 0.183, accuracy 1.00

# %%
# Here are the costs of all.

from theano_walkthrough.plots import plot_curves

costs = {
    "2016, and revived": printed_numbers(again)[:, 1],
    "by hand": printed_numbers(by_hand)[:, 1],
    "PyTensor": printed_numbers(in_pytensor)[:, 1],
}
epochs = range(1, 11)
figure = plot_curves(epochs, costs, x_label="epoch", y_label="cost")

# %%
# .. figure-description::
#
#    The cost over :claim:`ten <len(epochs)>` epochs, in curves that keep close together.
#    :claim:`All begin between 0.61 and 0.63 <all(0.61 < curve[0] < 0.63 for curve in costs.values())>` and :claim:`fall all the way <all(list(curve) == sorted(curve, reverse=True) for curve in costs.values())>`.
#    The curve of 2016, which is also that of the revived program, ends at :claim:`0.135 <costs["2016, and revived"][-1]>`, that of the program mended by hand at :claim:`0.148 <costs["by hand"][-1]>`, and PyTensor's at :claim:`0.183 <costs["PyTensor"][-1]>`.
#
# They don't lie on one another, since each draws other random numbers.
# In the first exercise below you can take these away.
#
# If you run this page as a script, one more line opens its figures.

import matplotlib.pyplot as plt

plt.show()

# %%
# Try it yourself
# ---------------
# Each exercise has something to fill in, at the three dots, and a check that says whether it's right.
# Run the check before the solution, which replaces your answer.
#
# Without dropout
# ~~~~~~~~~~~~~~~
# If the network keeps all of its features while it trains, no random number is left but those that NumPy draws.
# Train the program that the tool has revived in this way, and keep its last cost in ``last_cost``.
# Will the program mended by hand end there, too?
#
# .. hint::
#
#    What ``train`` gets last is the share of features that are kept.
#    ``mend`` changes it, and ``printed_numbers`` finds the costs, as above.

last_cost = ...

# %%
# .. solution::

keep_all = {"labels[part], 0.8": "labels[part], 1"}
last_costs = [
    printed_numbers(run_program(mend(text, keep_all), settings))[-1, 1]
    for text in (revived, mended, ported)
]
last_cost = last_costs[0]
print(last_costs)
# Out:
# [0.113, 0.113, 0.113]

# %%
# All of them end at the same cost, and so does the program of 2016 with Theano 0.8.2.
# That's how to find out whether something was broken: take the randomness away, and compare.
#
# .. self-check::

assert last_cost is not ..., "Put your cost in the place of the three dots."
assert last_cost != printed_numbers(again)[-1, 1], (
    "That's the cost with dropout. Let train keep all features."
)
assert last_cost == 0.113, "It should be 0.113. Is it the last cost, with keep 1?"
print("Right.")
# Out:
# Right.

# %%
# Lines of Python 2
# ~~~~~~~~~~~~~~~~~
# Here is another piece of an old program.
# Mend it, and keep its text in ``new_lines``.
#
# .. hint::
#
#    Run it, and the errors will lead you.
#    A dictionary has ``items`` today.

old_lines = """\
shapes = {'w': 2, 'b': 1}
for name, length in shapes.iteritems():
    print '%s has %d' % (name, length)
"""
new_lines = ...

# %%
# .. solution::

new_lines = mend(
    old_lines,
    {
        "iteritems": "items",
        "print '%s has %d' % (name, length)": (
            "print('%s has %d' % (name, length))"
        ),
    },
)
print(run_program(new_lines))
# Out:
# w has 2
# b has 1

# %%
# ``revive_program(old_lines)`` does the same.
#
# .. self-check::

assert new_lines is not ..., "Put your text in the place of the three dots."
said = run_program(new_lines)
assert "SyntaxError" not in said, "Python 3 can't read it yet. It's the print."
assert "AttributeError" not in said, "A dictionary has items, not iteritems."
assert said == "w has 2\nb has 1", "It should say: w has 2, and then: b has 1."
print("Right.")
# Out:
# Right.

# %%
# The wrong streams
# ~~~~~~~~~~~~~~~~~
# In 2016 ``uniform((2, 2))`` was a small matrix of random numbers, none of them negative.
# ``RandomStream``, which we've passed by, takes the same call and does something else.
# Have it draw such a matrix, and keep that in ``draws``.
#
# .. hint::
#
#    NumPy's ``uniform`` takes the lowest and the highest number first, and then ``size``.

import theano
from theano.tensor.random.utils import RandomStream

streams = RandomStream(1000)
draws = ...

# %%
# .. solution::

draws = streams.uniform(size=(2, 2))
print(theano.function([], draws)().shape)
print(theano.function([], streams.uniform((2, 2)))().shape)
# Out:
# (2, 2)
# (2,)

# %%
# The second is what an old program would get without any error: numbers above 1, and too few.
#
# .. self-check::

assert draws is not ..., "Put your draws in the place of the three dots."
values = theano.function([], draws)()
assert values.ndim > 1, "It took (2, 2) for lower bounds. Say what it is: size."
assert values.shape == (2, 2), "It should have two rows and two columns."
assert values.max() <= 1, "Draw from 0 to 1."
print("Right.")
# Out:
# Right.
