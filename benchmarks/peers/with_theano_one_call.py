"""Theano with each step a single operation, which also keeps its cost, and the loop in C."""

from theano_walkthrough.beyond.one_call_training import one_call_training
from theano_walkthrough.gates import truth_table
from theano_walkthrough.network import start_network

from serve import ITERATIONS, serve


def prepare():
    train_in_one_call = one_call_training(start_network(seed=0), *truth_table("XNOR"))
    return lambda: float(train_in_one_call(ITERATIONS)[-1])


serve(prepare)
