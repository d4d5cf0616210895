"""ES modules, joined into one script that any page can load."""

from pathlib import Path

from theano_walkthrough.beyond.nodejs import run_javascript

import pytest

from extensions.directives.script_bundle import ScriptError, bundle


@pytest.fixture
def join(tmp_path: Path):
    """Write modules, and join the one called main."""

    def join(**modules: str) -> str:
        for name, text in modules.items():
            path = tmp_path / f"{name.replace('__', '/')}.js"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text + "\n", encoding="utf-8")
        return bundle(tmp_path / "main.js", tmp_path / "generated")

    return join


def printed(script: str) -> object:
    return run_javascript(script)


def test_modules_see_what_they_import_and_nothing_else(join) -> None:
    script = join(
        main='import { twice as double } from "./part.js";\n'
        'import * as made from "generated/made.js";\n'
        'const hidden = "mine";\n'
        "console.log(JSON.stringify([double(4), made.step(), hidden, typeof other]));",
        part='import { step } from "generated/made.js";\n'
        "const hidden = 2, other = 1;\nexport const twice = (x) => hidden * x + 0 * step();",
        generated__made="// how it's made\nexport function step() { return 7; }",
    )
    assert printed(script) == [8, 7, "mine", "undefined"]
    assert script.count("function step") == 1


def test_comments_stay_where_readers_see_them(join) -> None:
    script = join(
        main='// mine\nimport { step } from "generated/made.js";\nstep();',
        generated__made="export function step() {\n  // s1 = exp(x)\n}",
    )
    assert "mine" not in script
    assert "// s1 = exp(x)" in script


def test_a_library_may_have_a_default(join) -> None:
    script = join(
        main='import Library from "./part.js";\nconsole.log(Library.name);',
        part="/**\n * What it is.\n */\nclass Part {}\n\nexport { Part as default };",
    )
    assert "What it is" not in script
    assert printed(script.replace("Library.name", "JSON.stringify(Library.name)")) == "Part"


@pytest.mark.parametrize(
    ("modules", "complaint"),
    [
        ({"main": 'import { a } from "./gone.js";'}, "main.js: no file gone.js"),
        ({"main": 'import { b } from "./part.js";', "part": ""}, "part.js exports no b"),
        ({"main": 'import part from "./part.js";', "part": ""}, "part.js exports no default"),
        ({"main": 'await import("./part.js");'}, "can't be joined: import("),
        ({"main": "export default 1;"}, "can't be joined: export default"),
        ({"main": 'import { a } from "./main.js";'}, "must not import itself"),
    ],
)
def test_what_cannot_be_joined_is_named(join, modules: dict[str, str], complaint: str) -> None:
    with pytest.raises(ScriptError) as error:
        join(**modules)
    assert complaint in str(error.value)
