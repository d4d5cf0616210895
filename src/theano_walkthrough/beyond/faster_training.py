"""Train faster: see what runs in Python, and do less of it."""

from theano_walkthrough.logistic_neuron import binary_cross_entropy
from theano_walkthrough.network import layers

import theano
import theano.tensor as T
from theano.graph.op import COp


def operations_in_python(f):
    """List the operations that Theano always runs in Python, since it has no C code for them.

    Parameters
    ----------
    f : theano function
        Compiled in the usual mode.

    Returns
    -------
    list of str
        Their names, in alphabetical order.

    Examples
    --------
    >>> x = T.dmatrix("x")
    >>> operations_in_python(theano.function([x], T.sort(2 * x)))
    ['SortOp{quicksort, None}']
    """
    return sorted(str(node.op) for node in f.fn.nodes if not isinstance(node.op, COp))


def lean_training_step(network, inputs, targets, learning_rate=0.01):
    """Compile a step without arguments or results, and a function that shows the network.

    Parameters
    ----------
    network : Network
        The parameters that each step will change.
    inputs : ndarray, shape (n, 2), float64
        One example in each row.
    targets : ndarray, shape (n,), float64
        The wanted activations, each from 0 to 1.
    learning_rate : float, default 0.01
        How far to go against the gradient, above 0.

    Returns
    -------
    step : theano function
        Takes nothing, returns nothing, updates the network.
    look : theano function
        Takes nothing; returns the output neuron's activations, shape (n,), and the cost.

    Examples
    --------
    >>> step, look = lean_training_step(start_network(seed=0), *truth_table("XNOR"))
    >>> for _ in range(1000):
    ...     _ = step()
    >>> activations, cost = look()
    >>> cost.round(2)
    2.76
    """
    x = T.matrix("x")
    a_hat = T.vector("a_hat")
    *_, a3 = layers(x, network)
    cost = binary_cross_entropy(a3, a_hat)
    parameters = [network.w1, network.w2, network.w3, network.b1, network.b2]
    gradients = T.grad(cost, parameters)
    data = {x: theano.shared(inputs), a_hat: theano.shared(targets)}
    usual = theano.compile.mode.get_default_mode()
    step = theano.function(
        inputs=[],
        updates=[
            (parameter, parameter - learning_rate * gradient)
            for parameter, gradient in zip(parameters, gradients, strict=True)
        ],
        givens=data,
        mode=usual.clone(link_kwargs={"allow_gc": False}),  # keep the memory for the next call
    )
    look = theano.function(inputs=[], outputs=[a3, cost], givens=data)
    return step, look
