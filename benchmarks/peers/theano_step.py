"""The chapters' training in Theano."""

from collections.abc import Callable

from theano_walkthrough.gates import truth_table
from theano_walkthrough.network import network_training_step, start_network
from theano_walkthrough.training import train

from serve import ITERATIONS


def prepare(trust_input: bool = False) -> Callable[[], float]:
    """Compile the step; return the training."""
    step = network_training_step(start_network(seed=0))
    step.trust_input = trust_input
    examples = truth_table("XNOR")
    return lambda: train(step, *examples, ITERATIONS).costs[-1]
