"""NumPy, with gradients derived by hand."""

from theano_walkthrough.beyond import manual_gradients
from theano_walkthrough.gates import truth_table

from serve import ITERATIONS, START, serve

NAME = "NumPy, gradients by hand"


def prepare():
    parameters = [START[0:2], START[2:4], START[4:6], START[6], START[7]]
    examples = truth_table("XNOR")
    return lambda: manual_gradients.descend(
        manual_gradients.network_step, parameters, *examples, iterations=ITERATIONS
    ).costs[-1]


serve(prepare)
