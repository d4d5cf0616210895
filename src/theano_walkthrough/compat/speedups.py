"""The speed-ups, which change how fast Theano compiles and runs, and no result.

Each is a context manager, which undoes it in the end.
The flag that makes compiling faster stands in ``settings``.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager

from theano_walkthrough.compat import settings
from theano_walkthrough.compat.lazy_scipy import lazy_scipy

Speedup = Callable[[], AbstractContextManager[None]]
WHILE_IMPORTING: tuple[Speedup, ...] = (lazy_scipy,)
_undo: ExitStack | None = None


def afterwards() -> tuple[Speedup, ...]:
    """Return the speed-ups that need Theano imported, and can be switched on and off."""
    from theano_walkthrough.compat.c_gemv import c_products
    from theano_walkthrough.compat.portable_cache import (
        any_processor,
        lasting_versions,
        no_blas_trial,
    )
    from theano_walkthrough.compat.precompiled_header import precompiled_headers

    return (
        compiler_flags,
        any_processor,
        no_blas_trial,
        lasting_versions,
        c_products,
        precompiled_headers,
    )


@contextmanager
def compiler_flags() -> Iterator[None]:
    """Compile with our flags, where the user hasn't set others."""
    from theano import config

    slow, fast = (settings.defaults(speedups)["gcc__cxxflags"] for speedups in (False, True))
    if config.gcc__cxxflags == slow:
        config.gcc__cxxflags = fast
    yield
    if config.gcc__cxxflags == fast:
        config.gcc__cxxflags = slow


def speedups_are_on() -> bool:
    """Tell whether functions that are compiled now are compiled with the speed-ups.

    Returns
    -------
    bool
        True, unless the environment or ``use_speedups`` has switched them off.

    Examples
    --------
    >>> with theano_walkthrough.use_speedups(False):
    ...     theano_walkthrough.speedups_are_on()
    False
    """
    return _undo is not None


class use_speedups:
    """Switch this package's speed-ups on or off, permanently, or in a ``with`` block.

    It holds for functions that are compiled, and processes that are started, from then on.
    Functions that were compiled before stay as they are, and so do parts of SciPy that the
    import has put off. To have Theano without any speed-up from its import on, set
    ``THEANO_WALKTHROUGH_SPEEDUPS=off`` in the environment.

    Parameters
    ----------
    on : bool
        Whether to use them.

    Raises
    ------
    TypeError
        If on isn't True or False.

    Examples
    --------
    >>> with theano_walkthrough.use_speedups(False):
    ...     theano_walkthrough.speedups_are_on()
    False
    """

    def __init__(self, on: bool) -> None:
        if not isinstance(on, bool):
            raise TypeError(f"on must be True or False, got {on!r}")
        self.before = speedups_are_on()
        switch(on)
        os.environ[settings.SWITCH] = "on" if on else "off"

    def __enter__(self) -> None:
        """Leave them switched as they are."""

    def __exit__(self, *_: object) -> None:
        """Switch them back."""
        use_speedups(self.before)


def switch(on: bool) -> None:
    """Apply the speed-ups, or undo them."""
    global _undo
    if on and _undo is None:
        with ExitStack() as stack:
            for speedup in afterwards():
                stack.enter_context(speedup())
            _undo = stack.pop_all()
    elif not on and _undo is not None:
        undo, _undo = _undo, None
        undo.close()
