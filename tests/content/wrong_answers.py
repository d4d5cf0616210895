"""Wrong answers to the chapters' exercises, which their checks must refuse."""

WRONG = {
    "chapters/1_first_function": {
        "A sum in place of a product": "added = theano.function([a, b], a * b)",
        "One value too few": "message = 'Wrong number of inputs'",
        "A square, written as a product": "square = theano.function([x, y], x * x + y * y)",
    },
    "beyond/faster_training": {
        "A step that trusts": "trusting = network_training_step(start_network(seed=0))",
        "A step that can't be repeated": "message = 'times must be at least 1: no such step'",
        "Fewer steps, and larger ones": "last_cost = look()[1]",
    },
    "beyond/gradients": {
        "Find the forgotten factor": "wrong = ['w1']",
        "A look to one side only": "one_sided = finite_differences(neuron_height, [w, b], 1e-4)[1]",
        "At the bottom of the valley": "slopes = np.array([0.8, 0.8, 2.4])",
    },
    "beyond/graphs": {
        "The repeated sum": "count = count_operations(compiled_graph(f))",
        "Without fusion": "unfused = step",
        "A slope with a duplicate": "slope = theano.function([x], T.exp(x**2))",
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
