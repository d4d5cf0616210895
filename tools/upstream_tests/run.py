"""Run Theano's own tests and compare them with the table; what was run before isn't run again.

``python -m tools.upstream_tests.run [--write] [--clone FOLDER] [FILE...]``
"""

import argparse
import hashlib
import signal
import sys
from collections.abc import Iterable
from pathlib import Path

from tools.upstream_tests import running, table
from tools.upstream_tests.running import Result
from tools.upstream_tests.source import REPOSITORY, Unreachable, fetch

SOURCE = Path("build", "upstream_tests", "source")
RESULTS = Path("build", "upstream_tests", "results")
TABLE = Path("tests", "upstream_tests.txt")
DEPENDS_ON = ("requirements.lock", "src/theano_walkthrough/__init__.py")


def fingerprint() -> str:
    """Return what stands for everything that the results depend on."""
    compat = sorted(Path("src/theano_walkthrough/compat").rglob("*.py"))
    digest = hashlib.sha256()
    for path in [*map(Path, DEPENDS_ON), *compat]:
        digest.update(f"{path} {path.stat().st_size}\n".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def there() -> dict[str, Path]:
    """Return Theano's test files by name."""
    return {str(path.relative_to(SOURCE)): path for path in SOURCE.glob("tests/**/test_*.py")}


def choose(names: list[str], known: table.Table) -> list[str]:
    """Return the files that are asked for, or all; those that took the least time first."""
    found = there()
    for name in names:
        if name not in found:
            raise SystemExit(f"{name} isn't one of Theano's test files, such as {min(found)}.")

    def order(name: str) -> tuple[bool, int]:
        return (name not in known, known[name].seconds if name in known else size(found[name]))

    return sorted(names or found, key=order)


def size(path: Path) -> int:
    """Return the size of a file, which goes with how long its tests take."""
    return path.stat().st_size


def notes(folder: Path, how: str, file: str) -> Path:
    """Return where the notes of a file are kept."""
    return folder / how / file.replace("/", ".").replace(".py", ".jsonl")


def run(files: list[str], folder: Path) -> dict[str, Result]:
    """Run the tests of each file, with one line on how they ended."""
    results = {file: running.read(notes(folder, "ours", file)) for file in files}
    left = [file for file in files if not results[file].finished]
    if left != files:
        print(f"{len(files) - len(left)} of {len(files)} files have been run before.")
    for number, file in enumerate(left, 1):
        result = results[file] = running.run(SOURCE, notes(folder, "ours", file), "ours", [file])
        print(f"{number}/{len(left)} {file}: {told(result)}", flush=True)
    return results


def told(result: Result) -> str:
    """Say how the tests of a file ended."""
    counts = f"{len(result.passed)} passed, {len(result.failed)} failed"
    return f"{counts}, {len(result.skipped)} skipped in {result.seconds} s"


def reasons(file: str, failed: Iterable[str], folder: Path) -> dict[str, str]:
    """Find out why tests fail, by running them in other ways."""
    tests = sorted(failed)
    found = dict.fromkeys(tests, "ours")
    for reason, how in (("speed-up", "without speed-ups"), ("theano", "bare")):
        if tests:
            result = running.run(SOURCE, notes(folder, how, file), how, tests)
            ends = result.passed if reason == "speed-up" else result.failed
            found |= dict.fromkeys(ends & found.keys(), reason)
    return found


def compare(results: dict[str, Result], known: table.Table) -> bool:
    """Print what differs from the table, and tell whether all that passed still does."""
    worse = [
        sentence
        for file, result in results.items()
        if file in known
        for sentence in table.differences(file, known[file], result)
    ]
    print(*worse, sep="\n", end="\n" if worse else "")
    unknown = sorted(results.keys() - known.keys())
    if unknown:
        count = "1 file" if len(unknown) == 1 else f"{len(unknown)} files"
        print(f"Nothing to compare with for {count}: {', '.join(unknown)}.")
    print(f"The table holds {len(known)} of {len(there())} files.")
    passed = sum(len(result.passed) for result in results.values())
    print(f"{passed} of Theano's own tests pass; {len(worse) or 'nothing'} got worse.")
    return not worse


def main() -> None:
    """Run, then compare or write."""
    parser = argparse.ArgumentParser(prog="make test-theano")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--clone", default=REPOSITORY)
    parser.add_argument("files", nargs="*")
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what runs must end, too
    known = table.read(TABLE)
    folder = RESULTS / fingerprint()
    try:
        fetch(SOURCE, asked.clone)
        results = run(choose(asked.files, known), folder)
        if asked.write:
            rows = {
                file: table.Row(
                    len(result.passed),
                    len(result.skipped),
                    result.seconds,
                    reasons(file, result.failed, folder),
                )
                for file, result in results.items()
            }
            table.write(known | rows, TABLE)
            print(f"The table holds {len(known | rows)} of {len(there())} files.")
        elif not compare(results, known):
            sys.exit(1)
    except Unreachable as problem:
        sys.exit(str(problem))
    except KeyboardInterrupt:
        sys.exit("Interrupted; the same command goes on from here.")


if __name__ == "__main__":
    main()
