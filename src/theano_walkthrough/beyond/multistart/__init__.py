"""Train networks from many random starts, to see how often training succeeds."""

from theano_walkthrough.beyond.multistart.networks import (
    Networks,
    draw_weights,
    mode_for_large_arrays,
    networks_training_step,
    output_sums,
    start_networks,
)
from theano_walkthrough.beyond.multistart.success import is_right, success_rates
from theano_walkthrough.beyond.multistart.training import ManyRuns, train_many

__all__ = [
    "ManyRuns",
    "Networks",
    "draw_weights",
    "is_right",
    "mode_for_large_arrays",
    "networks_training_step",
    "output_sums",
    "start_networks",
    "success_rates",
    "train_many",
]
