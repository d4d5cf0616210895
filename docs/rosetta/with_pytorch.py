"""Each idea of the walkthrough, in PyTorch."""

# imports
import torch

torch.set_default_dtype(torch.float64)
# end
import xnor

# symbol
# No symbols: tensors have values at once.
a = torch.tensor(1.5)
b = torch.tensor(3.0)
# end

# function
# Nothing to compile: it's computed at once.
c = a * b
# end
assert c == 4.5


# outputs
def powers(a):
    return a**2, a**3
# end
assert powers(3) == (9, 27)

# gradient
x = torch.tensor(4.0, requires_grad=True)
(x**3).backward()
slope = x.grad
# end
assert slope == 48

# shared
# A method that ends in _ changes the tensor.
sh = torch.tensor(0)
seen = []
for x in (1, 2, 3):
    seen.append(int(sh**2))
    sh.add_(x)
# end
assert seen == [0, 1, 9]
assert sh == 6

# choice
z = torch.tensor([-1.0, 0.0, 1.0])
sign = torch.where(z < 0, 0, 1)
step = 0 if a < 0 else 1
# end
assert sign.tolist() == [0, 1, 1]
assert step == 1

# types
half = torch.tensor(0.5, dtype=torch.float32)
default = torch.get_default_dtype()
# end
assert half.dtype == torch.float32
assert default == torch.float64

# broadcasting
m = torch.tensor([[1, 2], [3, 4]])
col = torch.tensor([[10], [20]])
shift = m + col
# end
assert shift.tolist() == [[11, 12], [23, 24]]

# look
x = torch.tensor(4.0, requires_grad=True)
text = (x * 2).grad_fn.name()
# end
assert text == "MulBackward0"

# network
p = {name: torch.tensor(value, requires_grad=True) for name, value in xnor.START.items()}
descent = torch.optim.SGD(p.values(), lr=xnor.LEARNING_RATE)
x, a_hat = torch.tensor(xnor.INPUTS), torch.tensor(xnor.TARGETS)
costs = []
for _ in range(xnor.ITERATIONS):
    a1 = torch.sigmoid(x @ p["w1"] + p["b1"])
    a2 = torch.sigmoid(x @ p["w2"] + p["b1"])
    a3 = torch.sigmoid(torch.stack([a1, a2], dim=1) @ p["w3"] + p["b2"])
    cost = -(a_hat * torch.log(a3) + (1 - a_hat) * torch.log(1 - a3)).sum()
    costs.append(cost.item())
    descent.zero_grad()
    cost.backward()
    descent.step()
# end
xnor.check(costs, a3.tolist())
