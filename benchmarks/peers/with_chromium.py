"""The generated JavaScript in Chromium: each time a fresh page."""

import json
import os
import sys
from pathlib import Path

from theano_walkthrough.beyond.playground import playground_module

from playwright.sync_api import sync_playwright
from serve import ITERATIONS, START

MODULE = playground_module("shared")
LOOP = Path(__file__).with_name("training.js").read_text(encoding="utf-8")
BROWSER = Path(".venv", ".browser").read_text(encoding="utf-8")

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path=BROWSER, chromium_sandbox=os.geteuid() != 0
    )
    for _ in sys.stdin:
        page = browser.new_page()
        source = f"{MODULE}{LOOP}window.answer = train(step, {START}, {ITERATIONS});"
        page.add_script_tag(content=source, type="module")
        page.wait_for_function("window.answer")
        print(json.dumps(page.evaluate("window.answer")), flush=True)
        page.close()
    browser.close()
