"""Train faster: see what runs in Python, and do less of it."""

from theano_walkthrough import checks
from theano_walkthrough.network import layers
from theano_walkthrough.training import binary_cross_entropy

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
    """Compile a step that takes nothing and returns nothing, and a look at the network.

    Parameters
    ----------
    network : Network
        The parameters that each step will change.
    inputs : array_like, shape (n, 2)
        One example in each row.
    targets : array_like, shape (n,)
        The wanted activations, each from 0 to 1.
    learning_rate : float, default 0.01
        How far to go against the gradient, above 0.

    Returns
    -------
    step : theano function
        Takes nothing, returns nothing, updates the network.
    look : theano function
        Takes nothing; returns the output neuron's activations, shape (n,), and the cost.

    Raises
    ------
    TypeError
        If an argument isn't made of numbers.
    ValueError
        If a shape is wrong or a number out of its range.

    Examples
    --------
    >>> corners = [[0, 0], [0, 1], [1, 0], [1, 1]]
    >>> step, look = lean_training_step(start_network(seed=0), corners, [1, 0, 0, 1])
    >>> for _ in range(1000):
    ...     _ = step()
    >>> activations, cost = look()
    >>> cost.round(2)
    2.76
    """
    inputs = checks.input_rows(inputs)
    targets = checks.target_row(targets, count=len(inputs))
    learning_rate = checks.positive_number("learning_rate", learning_rate)
    x = T.matrix("x")
    a_hat = T.vector("a_hat")
    *_, a3 = layers(x, network)
    cost = binary_cross_entropy(a3, a_hat)
    parameters = [network.w1, network.w2, network.w3, network.b1, network.b2]
    gradients = T.grad(cost, parameters)
    data = {x: theano.shared(inputs), a_hat: theano.shared(targets)}
    step = theano.function(
        inputs=[],
        updates=[
            (parameter, parameter - learning_rate * gradient)
            for parameter, gradient in zip(parameters, gradients, strict=True)
        ],
        givens=data,
    )
    look = theano.function(inputs=[], outputs=[a3, cost], givens=data)
    return step, look
