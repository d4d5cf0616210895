"""Steps 6 to 8: a function that remembers a sum."""

import theano_walkthrough  # prepares Theano

import theano
import theano.tensor as T

x = T.iscalar("x")
total = theano.shared(0, name="total")
accumulate = theano.function([x], total**2, updates=[(total, total + x)])

for number in [1, 2, 3]:
    answer = accumulate(number)
    print(f"x={number}: the answer is {answer}, and the total is now {total.get_value()}")

total.set_value(4)
answer = accumulate(1)
print(f"x=1: the answer is {answer}, and the total is now {total.get_value()}")
