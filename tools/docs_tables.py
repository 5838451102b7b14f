"""Generated pages other than the laws: interventions and switches, the futures' variables, the system, the command line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from overstretch.engine import schema
from overstretch.engine.interventions import INTERVENTIONS
from overstretch.model.registry import LAWS, WIRING
from tools.docs_outputs import outputs_page
from tools.docs_text import GENERATED, plain, table

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "overstretch"
SYSTEM_PARTS = {
    "baseline_defence": "What the forecasts of the day already hold of the allies' own dated plans; effects of spending count from there.",
    "clock": "Quarters run from the first whose national accounts were not out at the cut-off to the end of `last_year`.",
    "roles": "Who plays the single parts of the laws: `rival`, whom the allies arm against (needed); `protector`, the ally that "
    "reinforces from afar and may withdraw; `attacked`, a state at war with the rival. Laws that need a role that nobody fills are refused.",
    "start": "Where the war stands (`active`, `ceasefire`, `none`) where no fact `war_state` says it, and the protector (`strong`, `transactional`, `withdrawn`); one state, or states by the day from which each holds.",
    "facts": "Codes of the facts that the arrays are made of. `gdp_real` and `burden` are needed; what is not named is neutral: constant "
    "prices, no debt, no balance. `forecast_years` and `growth_reverts` say how growth goes on beyond the last figure; "
    "`burden_instead` names another series for an actor of whom `burden` has none.",
    "pledge": "Shares in percent of GDP; before `known_from` the 2% guideline of 2014 is the path.",
    "calendar": "Years of inaugurations, at which the protector's stance may change, and where they are dated the elections of others.",
    "groups": "Actors by ISO 3166 alpha-3 code and the groups that laws refer to. `unarmed` allies have no core burden; "
    "`follows_forecast` ones follow the forecast of inflation and rates with error instead of a policy rule.",
    "will": "Mean will of each ally to follow the pledge's path, 0 to 1; each future draws its own around it.",
    "military_ppp": "How much of the gap between market and purchasing-power GDP counts for military spending.",
    "equipment_share": "Share of spending that buys equipment where NATO prints none, percent.",
}


def pages(docs: Path) -> dict[Path, str]:
    """Path → text of each page made here."""
    return {
        docs / "interventions.md": interventions_page(),
        docs / "futures.md": futures_page(),
        docs / "outputs.md": outputs_page(),
        docs / "system.md": system_page(),
        docs / "command-line.md": command_page(),
    }


def interventions_page() -> str:
    done = [(f"`{name}`", str(count), plain(meaning)) for name, (_, count, meaning) in INTERVENTIONS.items()]
    off = [(f"`{name}`", plain(switch.without)) for name, switch in WIRING.switches.items()]
    return "\n\n".join((
        "# Interventions and switches", GENERATED,
        "An **intervention** makes a world that shares every draw and shock with the base world and differs in what is declared; the "
        "difference between the two, future by future, is its effect. Several hold together with `+`.",
        '    overstretch run --do "hold_burden(2024)" --do "oil(40) + us_withdraws(2027)"',
        table(("intervention", "arguments", "meaning"), done),
        "A **switch** takes a mechanism out of all worlds, because an unproved mechanism is a doubt to be shown. With all of them off "
        "the baseline forecast comes back.",
        "    overstretch run --off review --off remarks",
        table(("switch", "when off"), off),
    )) + "\n"  # fmt: skip


def futures_page() -> str:
    groups = {
        "By actor and year": schema.ACTOR_YEAR, "By year": schema.YEAR, "By quarter": schema.QUARTER,
        "Events, one per future": schema.EVENT, "Drawn": schema.DRAWN,
    }  # fmt: skip
    text = schema.__doc__ or ""
    opening = text.split("\n\n", 1)[1] if "\n\n" in text else text
    parts = ["# Variables of the futures", GENERATED, opening.strip()]
    for title, variables in groups.items():
        rows = [(f"`{n}`", ", ".join(v.axes), plain(v.unit), plain(v.meaning)) for n, v in variables.items()]
        parts += [f"## {title}", table(("variable", "axes", "unit", "meaning"), rows)]
    return "\n\n".join(parts) + "\n"


def system_page() -> str:
    text = (PACKAGE / "systems" / "nato-russia.toml").read_text("utf-8")
    named = [name for name, value in tomllib.loads(text).items() if isinstance(value, dict)]
    if set(named) != set(SYSTEM_PARTS):
        raise ValueError(f"tools/docs_tables.py, SYSTEM_PARTS: differs by {sorted(set(named) ^ set(SYSTEM_PARTS))}")
    parts = [
        "# The system file", GENERATED,
        "What is simulated is declared in one file, `systems/nato-russia.toml`: who the actors are, in which groups, the pledge and its "
        "dates, and what is judged about each ally. Figures are not in it: they come from the [facts](facts.md) known at the cut-off. "
        "`overstretch run my-system.toml` takes a file of the same form; an entry at fault is named in the message with its line. "
        "[Other rivalries](rivalries.md) walks through a file of one's own.",
        "## laws", "The laws that apply, and of each the mechanisms that `--off` switches. The mechanisms of a law that is not named are "
        "off in all futures, and what only that law gives is left out of the results.",
        table(("law", "mechanisms"), [(f"`{law}`", ", ".join(f"`{name}`" for name in names)) for law, names in LAWS.items()]),
    ]  # fmt: skip
    for name in named:
        section = re.search(rf"^\[{name}\]\n(.*?)(?=^\[|\Z)", text, re.MULTILINE | re.DOTALL)
        assert section
        body = re.sub(r"(\n#[^\n]*)+\s*\Z", "", section[1].rstrip()).rstrip()
        parts += [f"## {name}", SYSTEM_PARTS[name], f"```toml\n[{name}]\n{body}\n```"]
    return "\n\n".join(parts) + "\n"


def command_page() -> str:
    import typer.main

    from overstretch import cli

    if not any(group.name == "facts" for group in cli.app.registered_groups):
        cli._mount()
    group: Any = typer.main.get_command(cli.app)
    parts = [
        "# Command line",
        GENERATED,
        "`overstretch --help` and `overstretch COMMAND --help` print the same.",
        _help(group),
    ]
    for name, command in group.commands.items():
        parts += _command(name, command, 2)
    return "\n\n".join(parts) + "\n"


def _command(name: str, command: Any, level: int) -> list[str]:
    parts = [f"{'#' * level} {name}", _help(command)]
    rows = []
    for parameter in command.params:
        if parameter.name == "help":
            continue
        argument = parameter.param_type_name == "argument"
        names = parameter.metavar or parameter.name.upper() if argument else ", ".join(parameter.opts)
        default = "" if parameter.default is None or callable(parameter.default) else str(parameter.default)
        rows.append(
            (
                f"`{names}`",
                plain(parameter.help or "").replace("\\*\\*", "**"),
                f"`{default}`" if default not in ("", "False") else "",
            )
        )
    if rows:
        parts.append(table(("argument or option", "meaning", "default"), rows))
    for child, nested in getattr(command, "commands", {}).items():
        parts += _command(f"{name} {child}", nested, level + 1)
    return parts


def _help(command: Any) -> str:
    lines = [line.strip() for line in (command.help or "").splitlines()]
    return "\n".join(f"    {line}" if line.startswith("overstretch ") else line for line in lines).strip()
