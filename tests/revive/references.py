"""What the programs of 2016 should print, by NumPy and SciPy; no Theano.

A function is called as its program, and returns numbers by what stands before them there. Those
that rest on random draws stand with the distance that they may be off.
"""

import itertools
from collections.abc import Callable, Iterator

import numpy as np
from numpy.random import RandomState
from scipy.signal import convolve2d
from scipy.special import log_softmax, softmax, xlogy

Arrays = dict[str, np.ndarray]


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def crossentropy(p, y):
    return -xlogy(y, p) - xlogy(1 - y, 1 - p)


def slopes(cost: Callable, parameters: Arrays) -> Arrays:
    """Return the gradient by central differences."""
    gradient = {name: np.empty_like(values) for name, values in parameters.items()}
    for name, values in parameters.items():
        for place in np.ndindex(values.shape):
            shifted = dict(parameters)
            ends = []
            for shift in (1e-5, -1e-5):
                shifted[name] = values.copy()
                shifted[name][place] += shift
                ends.append(cost(shifted))
            gradient[name][place] = (ends[0] - ends[1]) / 2e-5
    return gradient


def descent(cost: Callable, parameters: Arrays, rate: float) -> Iterator[Arrays]:
    """Yield the parameters before each step of gradient descent."""
    while True:
        yield parameters
        gradient = slopes(cost, parameters)
        parameters = {name: v - rate * gradient[name] for name, v in parameters.items()}


def within_six_deviations(simulate: Callable) -> dict:
    """Return the means of what a simulation finds with different seeds, and how far it may be off.

    A single run is off by six standard deviations once in a thousand million times.
    """
    found = [simulate(RandomState(seed)) for seed in range(12)]
    columns = {name: [run[name] for run in found] for name in found[0]}
    return {
        name: (np.mean(c, axis=0), 6 * np.std(c, axis=0, ddof=1)) for name, c in columns.items()
    }


def logistic_regression() -> dict:
    """Find the weights by Newton's method."""
    rng = RandomState(1)
    points = np.c_[rng.randn(40, 2), np.ones(40)]
    y = points[:, 0] - points[:, 1] + rng.randn(40) > 0
    penalty, weights = np.array([0.02, 0.02, 0]), np.zeros(3)
    for _ in range(20):
        p = sigmoid(points @ weights)
        slope = points.T @ (p - y) / 40 + penalty * weights
        curvature = points.T * (p * (1 - p)) @ points / 40 + np.diag(penalty)
        weights -= np.linalg.solve(curvature, slope)
    wrong = np.sum((points @ weights > 0) != y)
    return {"weights": weights[:2], "bias": weights[2], "wrong": wrong}


def convolutional_net() -> dict:
    rng = RandomState(2)
    pictures, y = rng.rand(6, 6, 6), np.array([0, 1, 0, 1, 1, 0])
    start = {
        "filters": 0.5 * rng.randn(2, 3, 3),
        "bias": 0.1 * rng.randn(2),
        "W": 0.5 * rng.randn(8, 2),
        "c": 0.1 * rng.randn(2),
    }

    def scores(p):
        maps = np.array([[convolve2d(x, f, "valid") for f in p["filters"]] for x in pictures])
        pooled = maps.reshape(6, 2, 2, 2, 2, 2).max(axis=(3, 5))
        hidden = np.tanh(pooled + p["bias"][:, None, None]).reshape(6, 8)
        return hidden @ p["W"] + p["c"]

    def cost(p):
        return -log_softmax(scores(p), axis=1)[np.arange(6), y].mean()

    steps = list(itertools.islice(descent(cost, start, 0.5), 4))
    costs = {f"cost {step}": cost(steps[step]) for step in range(3)}
    return costs | {"digits": scores(steps[3]).argmax(axis=1)}


def denoising_autoencoder() -> dict:
    rng = RandomState(3)
    data = np.repeat(np.eye(2), 3, axis=1)[rng.randint(2, size=200)]
    rng.randint(2**30)  # the seed of the program's streams
    start = 0.5 * rng.randn(6, 2)

    def hidden_and_output(x, W, b, c):
        y = sigmoid(x @ W + b)
        return y, sigmoid(y @ W.T + c)

    def cost(x, *parameters):
        return crossentropy(hidden_and_output(x, *parameters)[1], data).sum(axis=1).mean()

    def trained(draws):
        W, b, c = start, np.zeros(2), np.zeros(6)
        costs, same = [], []
        for _ in range(100):
            noisy = data * (draws.uniform(size=data.shape) < 0.7)
            y, z = hidden_and_output(noisy, W, b, c)
            costs.append(cost(noisy, W, b, c))
            same.append(np.mean(noisy == data))
            outer = (z - data) / len(data)
            inner = outer @ W * y * (1 - y)
            W = W - 0.2 * (outer.T @ y + noisy.T @ inner)
            b, c = b - 0.2 * inner.sum(axis=0), c - 0.2 * outer.sum(axis=0)
        return {
            "unchanged": np.mean(same),
            "noisy": np.mean(costs[-10:]),
            "clean after": cost(data, W, b, c),
        }

    before = {"clean before": cost(data, start, np.zeros(2), np.zeros(6))}
    return before | within_six_deviations(trained)


def recurrent_net() -> dict:
    rng = RandomState(4)
    start = {"U": 0.5 * rng.randn(3), "W": 0.5 * rng.randn(3, 3), "V": 0.5 * rng.randn(3)}
    heard = rng.randn(12)
    echo = np.array([0, *heard[:-1]]) / 2

    def cost(p):
        h, errors = np.zeros(3), []
        for x, target in zip(heard, echo, strict=True):
            h = np.tanh(x * p["U"] + h @ p["W"])
            errors.append(h @ p["V"] - target)
        return np.mean(np.square(errors))

    steps = list(itertools.islice(descent(cost, start, 0.5), 81))
    trained, h, said = steps[80], np.zeros(3), [1.0]
    while abs(said[-1]) >= 0.001 and len(said) < 100:
        h = np.tanh(said[-1] * trained["U"] + h @ trained["W"])
        said.append(h @ trained["V"])
    costs = {f"cost {step}": cost(steps[step]) for step in range(0, 80, 20)}
    return costs | {"said": len(said) - 1, "last": said[-1]}


def dropout_net() -> dict:
    rng = RandomState(5)
    start_h, start_o, x = rng.randn(3, 8), 0.5 * rng.randn(8), rng.randn(100, 3)
    target = np.sin(x[:, 0]) * x[:, 1]

    def cost(w_h, w_o):
        return np.mean((np.maximum(x @ w_h, 0) @ w_o - target) ** 2)

    def trained(draws):
        w_h, w_o, costs = start_h, start_o, []
        for _ in range(150):
            noisy = x + draws.normal(0, 0.1, x.shape)
            keep = (draws.uniform(size=(100, 8)) < 0.75) / 0.75
            h = np.maximum(noisy @ w_h, 0) * keep
            error = h @ w_o - target
            costs.append(np.mean(error**2))
            outer = 2 * error[:, None] / len(x)
            inner = outer * w_o * keep * (noisy @ w_h > 0)
            w_h, w_o = w_h - 0.05 * noisy.T @ inner, w_o - 0.05 * (h.T @ outer).ravel()
        drawn = {
            "dropped": (draws.uniform(size=(200, 50)) < 0.75) / 0.75,
            "noise": draws.normal(1, 0.1, (200, 50)),
            "uniform": draws.uniform(-1, 3, (200, 50)),
        }
        found = {"noisy": np.mean(costs[-20:]), "after": cost(w_h, w_o)}
        return found | {name: [v.mean(), v.std()] for name, v in drawn.items()}

    return {"before": cost(start_h, start_o)} | within_six_deviations(trained)


def custom_op() -> dict:
    """By hand: beyond ±0.5 the square's slope is twice what is left, and else it's 0."""
    return {
        "shrunk": [-1.5, 0, 0, 0.25, 2.5],
        "slope": [-3, 0, 0, 0.5, 5],
        "runs in Python": 0,
    }


def rbm() -> dict:
    """Count all states, and what the chains' average over them may be off: 5 deviations."""
    rng = RandomState(6)
    W, hbias, vbias = rng.randn(4, 3), 0.5 * rng.randn(3), 0.5 * rng.randn(4)
    states = np.array(list(itertools.product([0, 1], repeat=4)))
    hidden = np.array(list(itertools.product([0, 1], repeat=3)))
    data = np.array([[1, 1, 0, 0], [0, 0, 1, 1]])

    def energy(v):
        terms = (v @ W) @ hidden.T + hidden @ hbias
        return -(v @ vbias) - np.log(np.exp(terms).sum(axis=1))

    def of_bits(p, bits):
        """Return the probability of each row of bits, given that of each to be 1."""
        return np.where(bits, p[:, None], 1 - p[:, None]).prod(axis=2)

    to_hidden = of_bits(sigmoid(states @ W + hbias), hidden)
    to_visible = of_bits(sigmoid(hidden @ W.T + vbias), states)
    at_end = np.linalg.matrix_power(to_hidden @ to_visible, 30)[0]  # from no bit set

    def slope_of_W(v):
        return -(v[:, :, None] * sigmoid(v @ W + hbias)[:, None]).reshape(len(v), 12)

    def sampled(values):
        mean = at_end @ values
        return mean, 5 * np.sqrt(at_end @ (values - mean) ** 2 / 4000)

    drawn, off = sampled(slope_of_W(states))
    mean, off_mean = sampled(states)
    return {
        "energy": energy(data),
        "sampled": (mean, off_mean),
        "slope of W": (slope_of_W(data).mean(axis=0) - drawn, off),
        "slope of vbias": (mean - data.mean(axis=0), off_mean),
    }


def lstm() -> dict:
    rng = RandomState(7)
    shapes = {"Wemb": (5, 2), "W": (2, 8), "R": (2, 8), "b": (8,), "U": (2, 2), "c": (2,)}
    start = {name: 0.5 * rng.randn(*shape) for name, shape in shapes.items()}
    sentences, moods = [[1, 4, 3, 1], [2, 2], [3, 1, 2]], [1, 0, 1]

    def predictions(p):
        scores = []
        for sentence in sentences:
            h, c, seen = np.zeros(2), np.zeros(2), []
            for word in sentence:
                i, f, o, new = np.split(p["Wemb"][word] @ p["W"] + p["b"] + h @ p["R"], 4)
                c = sigmoid(f) * c + sigmoid(i) * np.tanh(new)
                h = sigmoid(o) * np.tanh(c)
                seen.append(h)
            scores.append(np.mean(seen, axis=0) @ p["U"] + p["c"])
        return softmax(scores, axis=1)

    def cost(p):
        return -np.log(predictions(p)[range(3), moods]).mean()

    steps = list(itertools.islice(descent(cost, start, 0.5), 3))
    costs = {f"cost {step}": cost(p) for step, p in enumerate(steps)}
    return costs | {"pred": predictions(steps[-1])[:, 1]}


def gru() -> dict:
    rng = RandomState(8)
    word = ["abcdr".index(letter) for letter in "abracadabra"]

    def orthogonal():
        return np.linalg.svd(rng.randn(2, 2))[0]

    p = {"Wemb": 0.5 * rng.randn(5, 6), "U": np.hstack([orthogonal(), orthogonal()])}
    p |= {"Ux": orthogonal(), "W": 0.5 * rng.randn(2, 5)}

    def cost(p):
        h, scores = np.zeros(2), []
        for letter in word[:-1]:
            x_r, x_u, x_h = np.split(p["Wemb"][letter], 3)
            h_r, h_u = np.split(h @ p["U"], 2)
            u = sigmoid(x_u + h_u)
            h = u * h + (1 - u) * np.tanh(h @ p["Ux"] * sigmoid(x_r + h_r) + x_h)
            scores.append(h @ p["W"])
        return -log_softmax(scores, axis=1)[range(10), word[1:]].mean()

    costs = {}
    first = {name: np.zeros_like(values) for name, values in p.items()}
    second = dict(first)
    for step in range(4):
        costs[f"cost {step}"] = cost(p)
        gradient = slopes(cost, p)
        for name, g in gradient.items():
            first[name] = 0.9 * first[name] + 0.1 * g
            second[name] = 0.999 * second[name] + 0.001 * g**2
            mean, square = first[name] / (1 - 0.9 ** (step + 1)), second[name]
            root = np.sqrt(square / (1 - 0.999 ** (step + 1)))
            p = p | {name: p[name] - 0.1 * mean / (root + 1e-8)}
    return costs


def layers_with_parameters() -> dict:
    """Two layers without a bend between them are one: least squares."""
    rng = RandomState(10)
    inputs, targets = rng.randn(30, 4), rng.randn(30, 2)
    inputs = np.c_[inputs, np.ones(30)]
    weights = np.linalg.lstsq(inputs, targets, rcond=None)[0]
    outputs = inputs @ weights
    return {"params": 4, "first": outputs[0], "loss": np.mean((outputs - targets) ** 2)}


def layers_with_backend() -> dict:
    rng = RandomState(11)
    start = {"W": rng.randn(2, 3), "b": np.zeros(3), "gamma": np.ones(3), "beta": np.zeros(3)}
    start |= {"V": rng.randn(3, 1), "c": np.zeros(1)}
    x = rng.randn(20, 2)
    y = (x[:, :1] * x[:, 1:] > 0) * 1.0

    def statistics(p):
        hidden = np.tanh(x @ p["W"] + p["b"])
        return hidden.mean(axis=0), np.sqrt(hidden.var(axis=0) + 1e-5)

    def output(p, mean, deviation):
        normal = (np.tanh(x @ p["W"] + p["b"]) - mean) / deviation
        return sigmoid((normal * p["gamma"] + p["beta"]) @ p["V"] + p["c"])

    def cost(p):
        return crossentropy(output(p, *statistics(p)), y).mean()

    found, mean, deviation = {}, np.zeros(3), np.ones(3)
    for step, p in enumerate(itertools.islice(descent(cost, start, 0.5), 4)):
        if step < 3:
            found[f"loss {step}"] = cost(p)
            now = statistics(p)
            mean, deviation = 0.8 * mean + 0.2 * now[0], 0.8 * deviation + 0.2 * now[1]
    tested = output(p, mean, deviation)
    return found | {"test loss": crossentropy(tested, 0).mean(), "first": tested[0]}


def sampler() -> dict:
    """Draws from a Gaussian have its mean and covariance; how far off is its own formula, too."""
    mean, covariance = np.array([1, -2]), np.array([[1, 0.6], [0.6, 2]])
    variance = np.diag(covariance)
    off = np.sqrt((np.outer(variance, variance) + covariance**2) / 2000)
    return {
        "mean": (mean, 5 * np.sqrt(variance / 2000)),
        "cov": (covariance.ravel(), 5 * off.ravel()),
    }
