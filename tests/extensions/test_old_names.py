"""The names of Theano 1.0 in tables."""

from theano_walkthrough.compat.names_1_0 import GROUPS, NAMES, OUTDIM

from bs4 import BeautifulSoup, Tag

from tests.extensions.conftest import Result, Site

EXTENSION = "extensions.directives.old_names"
PAGE = "# Names\n\n```{old-names}\n```\n\n```{old-names} gone\n```\n"


def text_of(cell: Tag) -> str:
    """Return a cell's words, with quotation marks as typed."""
    return cell.get_text(" ", strip=True).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def tables(built: Result) -> list[dict[str, str]]:
    """Return what stands beside names, for each table."""
    found = []
    for table in BeautifulSoup(built.page(), "lxml").select("table"):
        cells = [[text_of(cell) for cell in row("td")] for row in table("tr")[1:]]
        assert len(dict(cells)) == len(cells)
        found.append(dict(cells))
    return found


def test_names_of_one_rule_share_a_row(site: Site) -> None:
    site.write("docs/index.md", PAGE)
    built = site.build(EXTENSION)
    assert built.warnings == ""
    given, gone = tables(built)
    assert given["theano.gof DB EquilibriumDB LocalGroupDB ProxyDB Query SequenceDB"] == (
        "theano.graph.optdb.*"
    )
    assert given["theano.gof.opt.Optimizer"] == "theano.graph.opt.GlobalOptimizer"
    assert given["theano.config.blas check_openmp ldflags"] == "theano.config.blas__*"
    assert given["theano.compat.izip"] == "Write Python's own zip ."
    assert given["theano.tensor Flatten flatten"] == (
        "Write theano.tensor.* , with ndim in place of outdim ."
    )
    assert gone["theano.sandbox.cuda"] == "Leave it out: graphics cards can't be used."


def test_every_name_is_there_once(site: Site) -> None:
    site.write("docs/index.md", PAGE)
    shown = []
    for table in tables(site.build(EXTENSION)):
        for cell in table:
            module, *names = cell.split()
            shown += [f"{module}.{name}" for name in names] or [module]
    assert sorted(shown) == sorted(row.old for row in NAMES)


def test_what_is_said_is_translated_once(site: Site) -> None:
    site.write("docs/index.md", PAGE)
    messages = site.build(EXTENSION, builder="gettext").page("index.pot")
    for group in GROUPS:
        assert messages.count(f'msgid "{group.remedy}"') == 1 or not group.remedy
    site.write(
        "docs/locale/zh_CN/LC_MESSAGES/index.po",
        f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        f'msgid "{OUTDIM}"\nmsgstr "写成 `TODAY`，`outdim` 改为 `ndim`。"',
    )
    given, _ = tables(site.build(EXTENSION, language="zh_CN", locale_dirs=["locale"]))
    assert given["theano.tensor Flatten flatten"] == "写成 theano.tensor.* ， outdim 改为 ndim 。"


def test_another_word_is_refused(site: Site) -> None:
    site.write("docs/index.md", PAGE.replace("gone", "lost"))
    warnings = site.build(EXTENSION).warnings
    assert "old-names takes 'gone' or nothing, got 'lost'" in warnings
