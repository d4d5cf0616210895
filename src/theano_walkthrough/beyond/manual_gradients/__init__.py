"""The neuron and the network without Theano: NumPy, and gradients derived by hand.

Parameters are plain lists of arrays, in the order of the classes ``Neuron`` and ``Network``.
"""

from theano_walkthrough.beyond.manual_gradients.backward import Step, network_step, neuron_step
from theano_walkthrough.beyond.manual_gradients.descent import Descent, descend
from theano_walkthrough.beyond.manual_gradients.forward import (
    cross_entropy,
    logistic,
    network_cost,
    network_forward,
    neuron_cost,
    neuron_forward,
)

__all__ = [
    "Descent",
    "Step",
    "cross_entropy",
    "descend",
    "logistic",
    "network_cost",
    "network_forward",
    "network_step",
    "neuron_cost",
    "neuron_forward",
    "neuron_step",
]
