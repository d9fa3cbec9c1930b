import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_look(live, busy, chromium_page, narrow, sign_in_as):
    page = chromium_page
    for who in ("ruth.adeyemi", "helen.marsh", "amina.khan", "sam.poole"):
        sign_in_as(who)
        page.goto(live + "/today/")
        h = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": 1280, "height": h})
        n = 0
        for y in range(0, h, 1500):
            page.screenshot(path=f"/tmp/look-{who}-{n}.png", clip={"x": 100, "y": y, "width": 1100, "height": min(1500, h - y)})
            n += 1
        page.set_viewport_size({"width": 1280, "height": 900})
    sign_in_as("ruth.adeyemi")
    narrow.goto(live + "/today/")
    narrow.set_viewport_size({"width": 320, "height": 1800})
    narrow.screenshot(path="/tmp/look-narrow.png")
    for name, path in (
        ("cover", "/today/away/sam.poole/cover/"),
        ("away", "/today/away/dana.whitlock/"),
        ("worker", "/today/team/sam.poole/"),
    ):
        page.goto(live + path)
        page.screenshot(path=f"/tmp/look-{name}.png", full_page=True)
