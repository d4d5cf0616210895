"""Settings as Theano 1.0 wrote them: ``theano.config.gcc.cxxflags``."""

from typing import Any

from theano.configparser import _SectionRedirect


def patch_settings() -> None:
    """Have them set, too: Theano reads them, but takes what is set for something of its own."""

    def set_setting(section: Any, name: str, value: Any) -> None:
        if name.startswith("_"):
            object.__setattr__(section, name, value)
            return
        full = f"{section._section_name}__{name}"
        if not hasattr(section._root, full):
            raise AttributeError(f"Theano has no setting {full.replace('__', '.')}.")
        setattr(section._root, full, value)

    _SectionRedirect.__setattr__ = set_setting
