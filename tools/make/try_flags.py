"""Say what is wrong with THEANO_FLAGS or PYTENSOR_FLAGS in one sentence, before a build."""

import logging
import sys

logging.disable()  # a missing compiler is told by what is built
try:
    import theano_walkthrough  # noqa: F401
except ImportError as problem:
    sys.exit(str(problem))
try:
    import pytensor  # noqa: F401
except ValueError as problem:
    sys.exit(f"PyTensor can't use a setting of PYTENSOR_FLAGS: {' '.join(str(problem).split())}")
