"""The browser that draws pictures: the system's own, and light where that is wanted."""

import json
from pathlib import Path
from typing import Any, Final

from playwright.async_api import Browser, BrowserType

CHROMIUM: Final = "/usr/bin/chromium"
LIGHT: Final = Path(__file__).with_name("pictures_light.css")

_wanted = {"light": False}


def show_light(light: bool) -> None:
    """Whether the pictures from here on are light."""
    _wanted["light"] = light


def use_chromium() -> None:
    """Let Playwright start the system's browser, without the sandbox that root cannot have."""
    launch, new_context = BrowserType.launch, Browser.new_context
    sheet = f"const s = new CSSStyleSheet(); s.replaceSync({json.dumps(LIGHT.read_text())});"
    script = f"{sheet} document.adoptedStyleSheets = [s];"

    async def launch_chromium(self: BrowserType, **_: object) -> object:
        return await launch(self, executable_path=CHROMIUM, args=["--no-sandbox"])

    async def lit_context(self: Browser, **options: Any) -> object:
        context = await new_context(self, **options)
        if _wanted["light"]:
            await context.add_init_script(script)
        return context

    setattr(BrowserType, "launch", launch_chromium)  # noqa: B010 - an assignment is a type error
    setattr(Browser, "new_context", lit_context)  # noqa: B010 - as above
