"""How many networks succeed, and how sure that is."""

import numpy as np
from scipy.stats import binomtest


def is_right(activations, targets):
    """Tell for which networks every activation is on its target's side of one half.

    Parameters
    ----------
    activations : ndarray, shape (..., networks, n)
        The output neurons' activations.
    targets : array_like, shape (n,)
        The wanted activations, each 0 or 1.

    Returns
    -------
    ndarray, shape (..., networks), bool
        Whether the network answers every example correctly.

    Examples
    --------
    >>> is_right(np.array([[0.98, 0.02, 0.01, 0.98], [0.98, 0.02, 0.5, 0.49]]), [1, 0, 0, 1])
    array([ True, False])
    """
    return ((activations > 0.5) == (np.asarray(targets) == 1)).all(axis=-1)


def success_rates(right, confidence=0.95):
    """Tell how many networks succeed, and how sure we can be of it.

    Parameters
    ----------
    right : array_like, shape (..., networks), bool
        Whether each network is right.
    confidence : float, default 0.95
        How often such an interval holds the true rate.

    Returns
    -------
    rates : ndarray, shape (...,), float64
        The share of networks that are right.
    intervals : ndarray, shape (2, ...), float64
        Lower and upper end of the rate's confidence interval.

    Examples
    --------
    >>> rates, intervals = success_rates([True, True, True, False])
    >>> float(rates), intervals.round(2)
    (0.75, array([0.3 , 0.95]))

    Notes
    -----
    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical
    inference", Journal of the American Statistical Association 22 (1927).
    """
    right = np.asarray(right, dtype=bool)
    count = right.shape[-1]
    intervals = [
        binomtest(int(successes), count).proportion_ci(confidence, method="wilson")
        for successes in right.sum(axis=-1).ravel()
    ]
    return right.mean(axis=-1), np.reshape(np.transpose(intervals), (2, *right.shape[:-1]))
