"""Wrong answers to the chapters' exercises, which their checks must refuse."""

WRONG = {
    "chapters/1_first_function": {
        "A sum in place of a product": "added = theano.function([a, b], a * b)",
        "One value too few": "message = 'Wrong number of inputs'",
        "A square, written as a product": "square = theano.function([x, y], x * x + y * y)",
    },
}
