"""The config file: keys and theme, read once at start.

``config.toml`` in the user's config folder, or the file named by ``STK_CONFIG``::

    theme = "light"

    [keys]
    "app.help" = "f1"
    "list.down" = "down,j,ctrl+n"
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from stk_graph.language import _
from stk_graph.text import clean

CONFIG_LIMIT: Final = 100_000
THEMES: Final = {"dark": "stk-dark", "light": "stk-light"}


class Settings(NamedTuple):
    """What the config file says; ``problems`` are sentences about what could not be used."""

    theme: str = "stk-dark"
    keys: Mapping[str, str] = {}
    problems: tuple[str, ...] = ()


def config_file() -> Path:
    """Where the config file is looked for; it need not exist."""
    named = os.environ.get("STK_CONFIG")
    if named:
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("stk", appauthor=False) / "config.toml"


def read_settings(path: Path, actions: Mapping[str, Any]) -> Settings:
    """The settings of a file; what cannot be used is named and the default stays.

    ``actions`` are the actions that have keys, by id (see ``stk_tui.actions.BY_ID``).
    """
    try:
        if path.stat().st_size > CONFIG_LIMIT:
            raise ValueError("size")
        import tomllib

        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError):
        sentence = _("Die Einstellungen in {file} sind nicht lesbar; es gelten die Vorgaben.")
        return Settings(problems=(sentence.format(file=clean(path.name)),))
    problems: list[str] = []
    keys = _keys(data.get("keys", {}), actions, problems)
    theme = data.get("theme", "dark")
    if theme not in THEMES:
        problems.append(_("Als „theme“ gibt es „dark“ und „light“; es bleibt bei „dark“."))
        theme = "dark"
    return Settings(theme=THEMES[theme], keys=keys, problems=tuple(problems))


def _keys(stated: object, actions: Mapping[str, Any], problems: list[str]) -> dict[str, str]:
    if not isinstance(stated, dict):
        problems.append(_("„keys“ in den Einstellungen muss eine Tabelle sein."))
        return {}
    keys: dict[str, str] = {}
    for name, value in stated.items():
        if name not in actions:
            problems.append(
                _("Die Aktion „{name}“ in den Einstellungen gibt es nicht.").format(
                    name=clean(name)
                )
            )
        elif not isinstance(value, str) or not value.strip(", "):
            problems.append(
                _('Zu „{name}“ gehört ein Text mit Tasten, zum Beispiel "f1".').format(name=name)
            )
        else:
            keys[name] = value.replace(" ", "")
    problems.extend(_shared_keys(keys, actions))
    return keys


def _shared_keys(keys: Mapping[str, str], actions: Mapping[str, Any]) -> list[str]:
    """A sentence for each key that two actions of one scope now share."""
    owners: dict[tuple[str, str], list[str]] = {}
    for name, action in actions.items():
        for key in keys.get(name, action.keys).split(","):
            owners.setdefault((action.scope, key), []).append(name)
    sentence = _("Die Taste {key} gehört zu mehreren Aktionen: {names}.")
    return [
        sentence.format(key=clean(key), names=", ".join(names))
        for (_scope, key), names in owners.items()
        if len(names) > 1
    ]
