"""No two controls share the letter that their custom ids begin with: each press does one thing."""

from collections import Counter

from bot.presses import answers, feedback, settings, sources, turning


def test_every_control_and_every_form_has_a_letter_of_its_own() -> None:
    modules = (answers, feedback, settings, sources, turning)
    controls = Counter(key for module in modules for key in module.ACTIONS)
    forms = Counter(key for module in modules for key in getattr(module, "FORMS", ()))
    assert [key for key, number in controls.items() if number > 1] == []
    assert [key for key, number in forms.items() if number > 1] == []
    assert all(len(key) == 1 for key in controls | forms)
