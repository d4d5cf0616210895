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
        "The sum of the two before": (
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
    "beyond/faster_training": {
        "A step that trusts": "trusting = network_training_step(start_network(seed=0))",
        "A step that can't be repeated": "message = 'times must be at least 1: no such step'",
        "Fewer steps, and larger ones": "last_cost = look()[1]",
    },
    "beyond/gradients": {
        "Find the forgotten factor": "wrong = ['w1']",
        "A look to one side only": "one_sided = finite_differences(neuron_height, [w, b], 1e-4)[1]",
        "On the floor of the valley": "slopes = np.array([0.8, 0.8, 2.4])",
    },
    "beyond/graphs": {
        "The repeated sum": "count = count_operations(compiled_graph(f))",
        "Without fusion": "unfused = step",
        "A slope with a duplicate": "slope = theano.function([x], T.exp(x**2))",
    },
    "beyond/old_program": {
        "Without dropout": "last_cost = printed_numbers(again)[-1, 1]",
        "Lines of Python 2": "new_lines = mend(old_lines, {'iteritems': 'items'})",
        "The wrong streams": "draws = streams.uniform((2, 2))",
    },
    "beyond/reliability": {
        "The opposite gate": "successes = is_right(shared.activations[-1, :100], targets).sum()",
        "Closer together, further apart": "shares = [0.56, 0.95]",
        "One start, different ends": "seed = 15",
    },
    "beyond/stable_cost": {
        "Sure and wrong, the other way round": "surprise = compiled([37], [0])[0]",
        "Fewer digits": "limit = 37",
        "A bad start stays bad": "run = article",
    },
    "beyond/then_and_now": {
        "One line of chapter 4": "line = 'from theano.ifelse import ifelse'",
        "Stuck together": "last_costs = [run.costs[-1] for run in (in_theano, in_numpy)]",
        "A loop for any step": "run = in_theano",
    },
    "beyond/to_the_browser": {
        "The slope of the cube": "cube_code = to_javascript([], {number: ()}, {'slope': number})",
        "The logistic function": "sigmoid_code = to_javascript([], {z: ()}, {'a': 1 / z})",
        "Teach it the sine": "sine = 'Math.sin(x)'",
    },
}
