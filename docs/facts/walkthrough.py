"""What the walkthrough's code makes, for words that stand above it or on other pages."""

from dataclasses import fields

from facts.functions import default


def neurons() -> int:
    """Return how many neurons the network has: each has a vector of weights."""
    from theano_walkthrough.network import Network

    return sum(field.name.startswith("w") for field in fields(Network))


def examples(gate: str) -> int:
    """Return how many examples a gate's truth table has."""
    from theano_walkthrough.gates import truth_table

    return len(truth_table(gate)[1])


def iterations() -> int:
    """Return how often a training step is repeated unless one says otherwise."""
    from theano_walkthrough.training import train

    return int(default(train, "iterations"))


def dimensions(constructor: str) -> int:
    """Return how many dimensions a symbol of Theano's has."""
    import theano_walkthrough  # noqa: F401 - prepares Theano

    import theano.tensor as T

    return int(getattr(T, constructor)().ndim)
