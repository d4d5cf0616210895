"""Wrong answers to the chapters' exercises, which their checks must refuse."""

WRONG = {
    "chapters/1_first_function": {
        "A sum in place of a product": "added = theano.function([a, b], a * b)",
        "One value too few": "message = 'Wrong number of inputs'",
        "A square, written as a product": "square = theano.function([x, y], x * x + y * y)",
    },
    "chapters/2_variables": {
        "A name for a column": "name = 'irow'",
        "Add a column": (
            "row = T.drow('row'); add_to_each_column = theano.function([matrix, row], matrix + row)"
        ),
        "A stack of photos": "photos = T.tensor3('photos')",
    },
    "chapters/3_functions_and_gradients": {
        "Start with a fraction": (
            "stored = theano.shared(0.5); "
            "add = theano.function([x], (stored + x)**2, updates=[(stored, stored + x)])"
        ),
        "Each the sum of the two before": (
            "grow = theano.function([], newer, updates=[(newer, older + newer)])"
        ),
        "The slope of the sine": "slope = T.sin(x)",
        "From many numbers to one": "steepest = theano.function([v], T.grad(v.sum(), v))",
    },
    "chapters/4_neuron_that_decides": {
        "Exactly on the line": "edge = 2",
        "One corner of your own": "weights = [1, 1]; bias = -0.5",
        "As many corners as possible": "best = 4",
    },
    "chapters/5_neuron_that_learns": {
        "Learn OR": "learnt = train(training_step(start_neuron(seed=0)), inputs, targets)",
        "Train a second time": (
            "again = train(training_step(start_neuron(seed=0)), inputs, targets)"
        ),
        "A step without Theano": (
            "new_w = old_w + 0.01 * from_theano_w; new_b = old_b + 0.01 * from_theano_b"
        ),
    },
    "chapters/6_network_that_solves_xnor": {
        "XOR from gates": "answers = [1, 0, 0, 1]",
        "Learn XOR": "learnt = train(training_step(start_neuron(seed=0)), *truth_table('XOR'))",
        "Patience": "slow = train(network_training_step(start_network(seed=0)), inputs, targets)",
        "Twins": "twins = start_network(seed=0)",
    },
}
