"""A convolutional network of Keras on Theano tells horizontal bars from vertical ones."""

import collections
import collections.abc
import os

import theano_walkthrough.compat.theano_1_0

import numpy as np

os.environ["KERAS_BACKEND"] = "theano"
for name in ("Container", "Iterable"):
    setattr(collections, name, getattr(collections.abc, name))  # as Python 2 had them
from keras.layers import Conv2D, Dense, Flatten, MaxPooling2D
from keras.models import Sequential
from keras.optimizers import Adam

SIZE = 6
np.random.seed(0)
images = np.zeros((2 * SIZE, SIZE, SIZE, 1), "float32")
for place in range(SIZE):
    images[place, place, :] = 1
    images[SIZE + place, :, place] = 1
is_vertical = np.arange(2 * SIZE) >= SIZE

model = Sequential(
    [
        Conv2D(4, 3, activation="relu", input_shape=(SIZE, SIZE, 1)),
        MaxPooling2D(2),
        Flatten(),
        Dense(1, activation="sigmoid"),
    ]
)
model.compile(Adam(lr=0.05), "binary_crossentropy")
model.fit(images, is_vertical, epochs=100, batch_size=2 * SIZE, verbose=0)
assert np.array_equal(model.predict(images)[:, 0] > 0.5, is_vertical)
