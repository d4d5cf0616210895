"""A cost that stays a number, however sure and wrong a neuron is."""

from theano_walkthrough.logistic_neuron import logistic

import theano
import theano.tensor as T


def stable_binary_cross_entropy(z, a_hat):
    """Add up how surprised we are, straight from the weighted sums.

    Parameters
    ----------
    z : TensorVariable, vector of shape (n,)
        Weighted sums, before the logistic function.
    a_hat : TensorVariable, vector of shape (n,)
        The targets, 0 or 1.

    Returns
    -------
    TensorVariable, scalar
        The summed binary cross-entropy of ``logistic(z)``, finite for every finite z.

    Examples
    --------
    >>> z, a_hat = T.dvectors("z", "a_hat")
    >>> cost = theano.function([z, a_hat], stable_binary_cross_entropy(z, a_hat))
    >>> cost([1000], [0])
    array(1000.)

    Notes
    -----
    Source: article step 16, written with softplus, ``ln(1 + exp(z))``.
    """
    surprise_at_yes = T.nnet.softplus(z)  # -ln(1 - a)
    surprise_at_no = T.nnet.softplus(-z)  # -ln(a)
    return (a_hat * surprise_at_no + (1 - a_hat) * surprise_at_yes).sum()


def stable_training_step(x, z, parameters, learning_rate=0.01):
    """Compile a step of gradient descent for whatever ends in the weighted sum z.

    Parameters
    ----------
    x : TensorVariable, matrix of shape (n, 2)
        The inputs that z is computed from.
    z : TensorVariable, vector of shape (n,)
        The output neuron's weighted sum.
    parameters : list of SharedVariable
        What each call will change.
    learning_rate : float, default 0.01
        How far to go against the gradient, above 0.

    Returns
    -------
    theano function
        Takes inputs of shape (n, 2) and targets of shape (n,); returns the activations,
        shape (n,), and the cost, both from before the update; then updates the parameters.

    Examples
    --------
    >>> neuron = start_neuron(seed=0)
    >>> x = T.dmatrix("x")
    >>> z = T.dot(x, neuron.w) + neuron.b
    >>> step = stable_training_step(x, z, [neuron.w, neuron.b])
    >>> activations, cost = step([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1])
    >>> cost.round(3)
    5.293

    Notes
    -----
    Source: article steps 16 and 17.
    """
    a_hat = T.vector("a_hat")
    cost = stable_binary_cross_entropy(z, a_hat)
    gradients = T.grad(cost, parameters)
    return theano.function(
        inputs=[x, a_hat],
        outputs=[logistic(z), cost],
        updates=[
            (parameter, parameter - learning_rate * gradient)
            for parameter, gradient in zip(parameters, gradients, strict=True)
        ],
    )
