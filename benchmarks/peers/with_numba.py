"""Numba: the whole training as one loop over plain numbers, about as fast as it can be."""

from math import exp, log

import numpy as np
from numba import njit
from serve import INPUTS, ITERATIONS, START, TARGETS, serve

EXAMPLES = (np.array(INPUTS), np.array(TARGETS))


@njit
def descend(p, inputs, targets, rate, costs):
    for iteration in range(len(costs)):
        d10 = d11 = d20 = d21 = d30 = d31 = db1 = db2 = cost = 0.0
        for example in range(4):
            x0, x1, target = inputs[example, 0], inputs[example, 1], targets[example]
            a1 = 1 / (1 + exp(-(x0 * p[0] + x1 * p[1] + p[6])))
            a2 = 1 / (1 + exp(-(x0 * p[2] + x1 * p[3] + p[6])))
            a3 = 1 / (1 + exp(-(a1 * p[4] + a2 * p[5] + p[7])))
            cost -= target * log(a3) + (1 - target) * log(1 - a3)
            blame3 = a3 - target
            blame1 = blame3 * p[4] * a1 * (1 - a1)
            blame2 = blame3 * p[5] * a2 * (1 - a2)
            d10 += blame1 * x0
            d11 += blame1 * x1
            d20 += blame2 * x0
            d21 += blame2 * x1
            d30 += blame3 * a1
            d31 += blame3 * a2
            db1 += blame1 + blame2
            db2 += blame3
        costs[iteration] = cost
        p[0] -= rate * d10
        p[1] -= rate * d11
        p[2] -= rate * d20
        p[3] -= rate * d21
        p[4] -= rate * d30
        p[5] -= rate * d31
        p[6] -= rate * db1
        p[7] -= rate * db2


def train():
    costs = np.empty(ITERATIONS)
    descend(np.array(START), *EXAMPLES, 0.01, costs)
    return costs[-1]


def prepare():
    descend(np.array(START), *EXAMPLES, 0.01, np.empty(1))  # compiles it
    return train


serve(prepare)
