"""Settings of Theano that end in an error today, or do nothing: in a program or a .theanorc."""

import configparser
import re
from collections.abc import Iterator

from theano_walkthrough.revive.code import Code, dotted
from theano_walkthrough.revive.findings import Finding, Mended
from theano_walkthrough.revive.reading import RefusedError

import libcst as cst

_ONLY_FOR_GPUS = {"cuda", "dnn", "gpuarray", "lib", "magma", "nvcc"}
_AWAY = "graphics cards can't be used: take it away"


def find_settings(code: Code) -> Iterator[Finding]:
    """Yield each setting in a program that Theano can't use."""
    for node in code.nodes:
        match node:
            case cst.Assign(targets=[cst.AssignTarget(target=target)], value=value):
                if "THEANO_FLAGS" in code.written(target):
                    yield from in_texts(code, value)
                else:
                    yield from in_configuration(code, target, value)
            case cst.AugAssign(target=target, value=value):
                if "THEANO_FLAGS" in code.written(target):
                    yield from in_texts(code, value)
            case cst.Call(args=[cst.Arg(value=cst.SimpleString() as name), *_]):
                if name.evaluated_value == "THEANO_FLAGS":
                    yield from in_texts(code, *(argument.value for argument in node.args[1:]))
            case cst.Arg(keyword=cst.Name(value="THEANO_FLAGS"), value=value):
                yield from in_texts(code, value)
            case cst.DictElement(key=cst.SimpleString() as name, value=value):
                if name.evaluated_value == "THEANO_FLAGS":
                    yield from in_texts(code, value)


def in_texts(code: Code, *values: cst.BaseExpression) -> Iterator[Finding]:
    """Yield the flags that can't be used in all texts of an expression."""
    stack: list[cst.CSTNode] = list(values)
    while stack:
        node = stack.pop()
        stack += node.children
        if isinstance(node, cst.SimpleString) and isinstance(node.evaluated_value, str):
            flags = node.evaluated_value.split(",")
            findings = [told for flag in flags if (told := flag_told(flag))]
            if not findings:
                continue
            kept = [new for flag in flags if (new := today(flag)) is not None]
            body = ",".join(kept)
            simple = node.raw_value == node.evaluated_value
            edits = (code.replace(node, node.prefix + node.quote + body + node.quote),)
            for what, remedy, label in findings:
                line = code.line(node)
                yield Finding(line, what, remedy, label, simple, edits if simple else ())


def flag_told(flag: str) -> tuple[str, str, str] | None:
    """Return a flag, what to do about it, and its help, if it can't be used as it is."""
    name, _, value = flag.strip().partition("=")
    name, value = name.strip(), value.strip()
    if name in ("device", "init_gpu_device", "force_device") and today(flag) is None:
        return f"{name}={value}", _AWAY, "gpu"
    if today(flag) is None:
        return name, _AWAY, "old-flags"
    if "." in name:
        return name, f"write {name.replace('.', '__')}", "old-flags"
    return None


def today(flag: str) -> str | None:
    """Return a flag as it is written today, or None if nothing can use it."""
    name, equals, value = flag.partition("=")
    section = re.split(r"\.|__", name.strip())[0]
    if section in _ONLY_FOR_GPUS and section != name.strip():
        return None
    if name.strip() in ("device", "init_gpu_device") and value.strip().startswith(("gpu", "cuda")):
        return None
    if name.strip() == "force_device" and value.strip().lower() == "true":
        return None
    return name.replace(".", "__") + equals + value


def in_configuration(
    code: Code, target: cst.BaseExpression, value: cst.BaseExpression
) -> Iterator[Finding]:
    """Yield a setting that a program makes in theano.config, and can't any more."""
    for name in code.names(target):
        inside = name.removeprefix("theano.config.")
        if inside == name:
            continue
        what = f"{dotted(target)} = {code.written(value)}"
        line = code.line(target)
        if inside == "device":
            remedy = "it can't be changed once Theano is there: take the line away"
            yield Finding(line, what, remedy, "gpu", False)
        elif inside.partition(".")[0] in _ONLY_FOR_GPUS - {"lib"}:
            yield Finding(line, what, _AWAY, "old-flags", False)


def mend_settings(text: str) -> Mended:
    """Return a .theanorc without what can't be used.

    Parameters
    ----------
    text : str
        The file's text.

    Returns
    -------
    Mended
        The new text, and each line that is gone.

    Raises
    ------
    RefusedError
        If it isn't such a file.
    """
    parser = configparser.RawConfigParser(strict=False)
    try:
        parser.read_string(text)
    except configparser.MissingSectionHeaderError as error:
        raise RefusedError(f"line {error.lineno} stands above any [section]") from None
    except configparser.Error:
        raise RefusedError("it must hold sections, such as [global], and settings") from None
    findings: list[Finding] = []
    kept: list[str] = []
    section = "global"
    dropping = False
    for number, line in enumerate(text.split("\n"), 1):
        if header := re.match(r"\s*\[(.*)\]", line):
            section, dropping = header[1], False
        elif re.match(r"\S+\s*[=:]", line):
            name, _, value = re.split(r"\s*([=:])\s*", line, maxsplit=1)
            told = flag_told(f"{name if section == 'global' else f'{section}__{name}'}={value}")
            dropping = told is not None and told[1] == _AWAY
            if told and dropping:
                what = f"[{section}] {line.strip()}"
                findings.append(Finding(number, what, told[1], told[2], True))
        elif not line.startswith((" ", "\t")):
            dropping = False
        if not dropping:
            kept.append(line)
    return Mended("\n".join(kept), findings)
