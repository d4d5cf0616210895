"""
A cost that survives
====================

- **You'll see** the cost of the walkthrough break down, and a form of it that doesn't.
- **You need** the cost and the training of :doc:`the fifth chapter </chapters/5_neuron_that_learns>`.
- **You'll know** why ``log`` and ``exp`` need care on a computer, and what the compiler saves for you.
"""

import theano_walkthrough

import numpy as np

# %%
# The logistic function at zero.

print(np.exp(-0.0))
# Out:
# 1.0
