"""Steps 20 to 24: two hidden neurons and an output neuron learn XNOR."""

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
w1 = theano.shared(np.array([random.random(), random.random()]), name="w1")
w2 = theano.shared(np.array([random.random(), random.random()]), name="w2")
w3 = theano.shared(np.array([random.random(), random.random()]), name="w3")
b1 = theano.shared(1.0, name="b1")
b2 = theano.shared(1.0, name="b2")

a1 = 1 / (1 + T.exp(-(T.dot(x, w1) + b1)))
a2 = 1 / (1 + T.exp(-(T.dot(x, w2) + b1)))
hidden = T.stack([a1, a2], axis=1)
a3 = 1 / (1 + T.exp(-(T.dot(hidden, w3) + b2)))
cost = -(a_hat * T.log(a3) + (1 - a_hat) * T.log(1 - a3)).sum()

parameters = [w1, w2, w3, b1, b2]
gradients = T.grad(cost, parameters)
updates = []
for parameter, gradient in zip(parameters, gradients):
    updates.append((parameter, parameter - learning_rate * gradient))
step = theano.function(inputs=[x, a_hat], outputs=[a3, cost], updates=updates)

inputs = [[0, 0], [0, 1], [1, 0], [1, 1]]
targets = [1, 0, 0, 1]
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
