"""Train in one call: each step is a single operation, which also leaves its cost behind."""

from theano_walkthrough import validation
from theano_walkthrough.beyond.repeated_calls import repeat
from theano_walkthrough.logistic_neuron import binary_cross_entropy, logistic

import numpy as np
import theano
import theano.tensor as T
from theano.compile.mode import Mode
from theano.scalar import Composite
from theano.tensor.elemwise import Elemwise


def one_operation(inputs, results):
    """Join formulas of single numbers into one operation, however many results they have.

    Parameters
    ----------
    inputs : list of TensorVariable, float64 scalar
        What the formulas begin with.
    results : list of TensorVariable, float64 scalar
        Formulas that compute with single numbers alone.

    Returns
    -------
    Elemwise
        Takes as many numbers, and returns as many results, as there were given.

    Raises
    ------
    TypeError
        If a formula needs more than the elements one by one, such as a sum of them.

    Examples
    --------
    >>> x, y = T.dscalars("x", "y")
    >>> both = one_operation([x, y], [x + y, x * y])
    >>> f = theano.function([x, y], both(x, y))
    >>> print(*f(2, 3), len(f.fn.nodes))
    5.0 6.0 1
    """
    mode = Mode(linker="py", optimizer="fast_run").excluding("fusion", "inplace")
    simplified = theano.function(inputs, results, mode=mode).maker.fgraph
    numbers = {variable: theano.scalar.float64() for variable in simplified.inputs}
    for node in simplified.toposort():
        if not isinstance(node.op, Elemwise):
            raise TypeError(f"results must be formulas of single numbers, but one has {node.op}")
        arguments = [
            numbers[variable] if variable in numbers else theano.scalar.constant(variable.data)
            for variable in node.inputs
        ]
        numbers[node.outputs[0]] = node.op.scalar_op(*arguments)
    return Elemwise(
        Composite(
            [numbers[variable] for variable in simplified.inputs],
            [numbers[variable] for variable in simplified.outputs],
        )
    )


def one_call_training(network, inputs, targets, learning_rate=0.01):
    """Compile a training of any length that comes back to Python once in a thousand steps.

    Parameters
    ----------
    network : Network
        The parameters that training will change.
    inputs : ndarray, shape (n, 2), float64
        One example in each row; each makes the operation longer.
    targets : ndarray, shape (n,), float64
        The wanted activations, each from 0 to 1.
    learning_rate : float, default 0.01
        How far to go against the gradient, above 0.

    Returns
    -------
    callable
        Takes the number of iterations, trains the network, and returns the cost of each, from
        before its update: an ndarray of shape (iterations,).

    Examples
    --------
    >>> train_in_one_call = one_call_training(start_network(seed=0), *truth_table("XNOR"))
    >>> costs = train_in_one_call(1000)
    >>> len(costs), costs[-1].round(2)
    (1000, 2.76)
    """
    w11, w12, w21, w22, w31, w32, b1, b2 = numbers = [T.dscalar() for _ in range(8)]
    cost = 0
    for (x1, x2), a_hat in zip(inputs, targets, strict=True):
        a1 = logistic(x1 * w11 + x2 * w12 + b1)
        a2 = logistic(x1 * w21 + x2 * w22 + b1)
        a3 = logistic(a1 * w31 + a2 * w32 + b2)
        cost += binary_cross_entropy(a3, a_hat)
    gradients = T.grad(cost, numbers)
    descended = [
        number - learning_rate * gradient
        for number, gradient in zip(numbers, gradients, strict=True)
    ]
    operation = one_operation(numbers, [*descended, cost])

    parameters = [theano.shared(0.0) for _ in numbers]
    costs, done = theano.shared(np.empty(0)), theano.shared(0)
    *after, cost = operation(*parameters)
    usual = theano.compile.mode.get_default_mode()
    step = theano.function(
        inputs=[],
        updates=[
            *zip(parameters, after, strict=True),
            (costs, T.set_subtensor(costs[done], cost)),
            (done, done + 1),
        ],
        # Else Theano writes new numbers over old ones, from which others are still computed.
        mode=usual.excluding("inplace_elemwise_optimizer"),
    )

    def train_in_one_call(iterations):
        iterations = validation.whole_number("iterations", iterations, least=1)
        network_parameters = vars(network).values()
        start = np.hstack([parameter.get_value() for parameter in network_parameters])
        for parameter, number in zip(parameters, start, strict=True):
            parameter.set_value(number)
        costs.set_value(np.empty(iterations))
        done.set_value(0)
        repeat(step, iterations)
        trained = np.array([parameter.get_value() for parameter in parameters])
        for parameter, part in zip(
            network_parameters, np.split(trained, [2, 4, 6, 7]), strict=True
        ):
            parameter.set_value(part.reshape(parameter.get_value().shape))
        return costs.get_value()

    return train_in_one_call
