"""What the four trainings have in common: examples, start, and where they must come by."""

from random import Random

INPUTS = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
TARGETS = [1.0, 0.0, 0.0, 1.0]

random = Random(0).random
START = {
    "w1": [random(), random()],
    "w2": [random(), random()],
    "w3": [random(), random()],
    "b1": 1.0,
    "b2": 1.0,
}

LEARNING_RATE = 0.1
ITERATIONS = 3_000

COSTS = {0: 4.159783, 100: 2.763238, 1_000: 1.110280, 2_999: 0.059781}
OUTPUTS = [0.98, 0.01, 0.01, 0.98]


def check(costs, outputs):
    """Compare a training with the walkthrough's."""
    assert len(costs) == ITERATIONS
    assert {at: round(float(costs[at]), 6) for at in COSTS} == COSTS
    assert [round(float(output), 2) for output in outputs] == OUTPUTS
