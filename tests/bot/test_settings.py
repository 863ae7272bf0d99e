"""Settings come from the environment, then `.env`, then the defaults, and mistakes are named."""

import re
from pathlib import Path

import pytest

import corpus
from bot.settings import SettingsError, corpus_folder, load, unknown_names, variables

CHECKOUT = Path(__file__).resolve().parents[2]


def write_env(folder: Path, text: str) -> Path:
    (folder / ".env").write_text(text, "utf-8")
    return folder


def test_defaults_need_no_environment_and_no_file(tmp_path: Path) -> None:
    settings = load({}, tmp_path)
    assert settings.discord_token is None
    assert settings.corpus == Path("corpus/documents")
    assert settings.data == Path("data")
    assert settings.language == "english"
    assert settings.max_file_bytes == 20_000_000


def test_the_environment_wins_over_the_file_and_the_file_over_the_default(tmp_path: Path) -> None:
    write_env(tmp_path, "VERBATIM_DATA=from-file\nVERBATIM_LANGUAGE='German'\n")
    settings = load({"VERBATIM_DATA": "from-environment"}, tmp_path)
    assert settings.data == Path("from-environment")
    assert settings.language == "german"


def test_an_empty_or_blank_value_means_the_default(tmp_path: Path) -> None:
    write_env(tmp_path, "DISCORD_TOKEN=\nVERBATIM_DATA=\n")
    assert load({"VERBATIM_LANGUAGE": "  "}, tmp_path) == load({}, tmp_path / "elsewhere")


def test_one_error_names_every_bad_setting_at_once(tmp_path: Path) -> None:
    write_env(tmp_path, "VERBATIM_MAX_FILE_MB=many\nnot a setting at all\n")
    with pytest.raises(SettingsError) as caught:
        load({}, tmp_path)
    assert "VERBATIM_MAX_FILE_MB='many'" in str(caught.value)
    assert ".env line 2" in str(caught.value)


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "twenty", "²"])
def test_a_file_limit_is_a_whole_number_above_zero(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match="whole number above 0"):
        load({"VERBATIM_MAX_FILE_MB": text}, tmp_path)


def test_a_file_that_is_not_text_is_named_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"VERBATIM_DATA=\xff\xfe\xfd\n")
    with pytest.raises(SettingsError, match=r"\.env cannot be read"):
        load({}, tmp_path)


def test_the_token_is_not_in_the_representation(tmp_path: Path) -> None:
    assert "made-up" not in repr(load({"DISCORD_TOKEN": "made-up"}, tmp_path))


def test_a_misspelt_name_is_found(tmp_path: Path) -> None:
    assert unknown_names({"VERBATIM_CORPS": "x", "VERBATIM_DATA": "y", "HOME": "z"}) == (
        "VERBATIM_CORPS",
    )


def test_the_default_corpus_is_the_shipped_one_where_the_folder_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shipped = Path(str(corpus.__file__)).parent / "documents"
    assert corpus_folder(load({}, tmp_path)) == shipped
    (tmp_path / "corpus" / "documents").mkdir(parents=True)
    assert corpus_folder(load({}, tmp_path)) == Path("corpus/documents")


def test_a_corpus_that_was_named_is_never_replaced(tmp_path: Path) -> None:
    settings = load({"VERBATIM_CORPUS": "nowhere"}, tmp_path)
    assert corpus_folder(settings) == Path("nowhere")


def test_the_example_file_names_every_setting_with_its_default() -> None:
    text = (CHECKOUT / ".env.example").read_text("utf-8")
    named = re.findall(r"^([A-Z_]+)=(.*)$", text, re.MULTILINE)
    assert named == [(variable.name, variable.default) for variable in variables()]


def test_the_readme_names_every_setting_with_its_default() -> None:
    """A row is ``| `NAME` | `default` | meaning |``; no default is written as a dash."""
    text = (CHECKOUT / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| `([A-Z_]+)` \| (?:`([^`]*)`|[^`|]*?) \|", text, re.MULTILINE)
    ours = [row for row in rows if row[0].startswith(("VERBATIM_", "DISCORD_"))]
    assert ours == [(variable.name, variable.default) for variable in variables()]
