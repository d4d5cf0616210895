"""The functions that live figures call: graphs of the walkthrough, written in JavaScript."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from theano_walkthrough.beyond.js_compiler import to_javascript
from theano_walkthrough.beyond.playground import NETWORKS, playground_module
from theano_walkthrough.neuron import step_function

import theano.tensor as T


def cube_module() -> str:
    """Write the cube and its gradient in JavaScript.

    Returns
    -------
    str
        An ES module with ``cube(state, inputs)``, which takes no state and one number x, and
        returns y and its slope.

    Examples
    --------
    >>> for line in cube_module().splitlines():
    ...     if "const t" in line or "outputs" in line:
    ...         print(line.strip())
    const t1 = x * x;
    const t2 = t1 * x;
    const t3 = 3 * t1;
    outputs: ["y", "slope"],

    Notes
    -----
    Source: article steps 10 and 11.
    """
    x = T.dscalar("x")
    y = x**3
    return to_javascript([], {x: ()}, {"y": y, "slope": T.grad(y, x)}, name="cube") + "\n"


def step_neuron_module() -> str:
    """Write the neuron that decides by a step in JavaScript.

    Returns
    -------
    str
        An ES module with ``neuron(state, inputs)``, which takes no state but two inputs, their
        weights and the bias, and returns the weighted sum z and the activation a, 0 or 1.

    Examples
    --------
    >>> for line in step_neuron_module().splitlines():
    ...     if "inputs:" in line or "outputs:" in line or "?" in line:
    ...         print(line.strip())
    const t6 = t5 ? 0 : 1;
    inputs: ["x_0", "x_1", "w_0", "w_1", "b"],
    outputs: ["z", "a"],

    Notes
    -----
    Source: article step 12.
    """
    x, w = T.vectors("x", "w")
    b = T.scalar("b")
    z = T.dot(x, w) + b
    shapes = {x: (2,), w: (2,), b: ()}
    return to_javascript([], shapes, {"z": z, "a": step_function(z)}, name="neuron") + "\n"


FUNCTIONS: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "cube": cube_module,
        "step_neuron": step_neuron_module,
        **{network: partial(playground_module, network) for network in NETWORKS},
    }
)
"""What writes each module, by the module's name."""
