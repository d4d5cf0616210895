"""The generated JavaScript in Node: each time a fresh process, which knows nothing yet."""

import json
import sys
from pathlib import Path

from theano_walkthrough.beyond.nodejs import run_javascript
from theano_walkthrough.beyond.playground import playground_module

from serve import ITERATIONS, START

MODULE = playground_module("shared")
LOOP = Path(__file__).with_name("training.js").read_text(encoding="utf-8")

for _ in sys.stdin:
    call = f"train(step, {START}, {ITERATIONS})"
    answer = run_javascript(f"{MODULE}{LOOP}console.log(JSON.stringify({call}));")
    print(json.dumps(answer), flush=True)
