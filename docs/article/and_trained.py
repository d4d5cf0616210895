"""Steps 15 to 19: a neuron learns AND."""

import random

import theano_walkthrough  # prepares Theano

import matplotlib.pyplot as plt
import numpy as np
import theano
import theano.tensor as T

random.seed(0)
learning_rate = 0.01

x = T.matrix("x")
a_hat = T.vector("a_hat")
w = theano.shared(np.array([random.random(), random.random()]), name="w")
b = theano.shared(1.0, name="b")

z = T.dot(x, w) + b
a = 1 / (1 + T.exp(-z))
cost = -(a_hat * T.log(a) + (1 - a_hat) * T.log(1 - a)).sum()
dw, db = T.grad(cost, [w, b])

step = theano.function(
    inputs=[x, a_hat],
    outputs=[a, cost],
    updates=[(w, w - learning_rate * dw), (b, b - learning_rate * db)],
)

inputs = [[0, 0], [0, 1], [1, 0], [1, 1]]
targets = [0, 0, 0, 1]
costs = []
for _ in range(30_000):
    outputs, latest_cost = step(inputs, targets)
    costs.append(float(latest_cost))

for (x1, x2), output in zip(inputs, outputs):
    print(f"The output for x1={x1} | x2={x2} is {output:.2f}")
print(f"The cost was {costs[0]:.2f} and is now {costs[-1]:.2f}")

plt.plot(costs)
plt.xlabel("iteration")
plt.ylabel("cost")
plt.show()
