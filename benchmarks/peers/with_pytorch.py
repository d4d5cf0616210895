"""PyTorch, as its tutorials train: each operation called from Python."""

import torch
from serve import INPUTS, ITERATIONS, START, TARGETS, serve

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)  # more only get in each other's way, with four examples


def prepare():
    w1, w2, w3 = (torch.tensor(START[i : i + 2], requires_grad=True) for i in (0, 2, 4))
    b1, b2 = (torch.tensor(START[i], requires_grad=True) for i in (6, 7))
    x, a_hat = torch.tensor(INPUTS), torch.tensor(TARGETS)
    descent = torch.optim.SGD([w1, w2, w3, b1, b2], lr=0.01)

    def train():
        for _ in range(ITERATIONS):
            a1 = torch.sigmoid(x @ w1 + b1)
            a2 = torch.sigmoid(x @ w2 + b1)
            a3 = torch.sigmoid(torch.stack([a1, a2], dim=1) @ w3 + b2)
            cost = -(a_hat * torch.log(a3) + (1 - a_hat) * torch.log(1 - a3)).sum()
            descent.zero_grad()
            cost.backward()
            descent.step()
        return cost.item()

    return train


serve(prepare)
