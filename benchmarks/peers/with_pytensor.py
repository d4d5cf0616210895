"""PyTensor: the walkthrough's own code with its names changed, compiled as PyTensor does."""

import sys

from theano_walkthrough.beyond import pytensor_port
from theano_walkthrough.gates import truth_table

from serve import ITERATIONS, serve

for helper in (
    "lazylinker_ext",
    "cutils_ext",
    "lazylinker_ext.lazylinker_ext",
    "cutils_ext.cutils_ext",
):
    sys.modules.pop(helper, None)  # Theano's; PyTensor calls its own by the same names
pytensor_port.prepare_pytensor = lambda: None  # let it use the compiler


def prepare():
    network = pytensor_port.pytensor_module("network")
    training = pytensor_port.pytensor_module("training")
    step = network.network_training_step(network.start_network(seed=0))
    examples = truth_table("XNOR")
    return lambda: training.train(step, *examples, ITERATIONS).costs[-1]


serve(prepare)
