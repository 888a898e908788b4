"""usage: use-page.py SOURCES PAGE

Opens a page of offstack in a browser and uses it as a reader does, by mouse and
by keyboard. Prints what the page shows.
"""

import sys

sources, path = sys.argv[1:]
sys.path.insert(0, sources + "/utils/lib")
from chromium import Page  # pylint: disable=wrong-import-position

SHOWN = ("Array.from(document.getElementById('findings').tBodies[0].rows)"
         ".filter(row => !row.hidden)")


def column(page, number):
    """Returns the texts of a column, from top to bottom."""
    return page.evaluate(
        f"{SHOWN}.map(row => row.cells[{number}].innerText.split('\\n')[0])")


def orders(page):
    return page.evaluate("Array.from(document.querySelectorAll('#findings th'))"
                         ".map(h => h.getAttribute('aria-sort'))")


with Page() as page:
    page.open(path)
    print("title:", page.evaluate("document.title"))
    print("rules:", column(page, 1))

    page.click("[data-key=bytes]")
    print("bytes, once:", column(page, 2), orders(page)[2])
    page.click("[data-key=bytes]")
    print("bytes, twice:", column(page, 2), orders(page)[2])
    page.click("[data-key=rule]")
    print("by rule:", column(page, 1), orders(page))

    # The head of the next column is a key away, and Enter presses it.
    page.press("Tab", 9)
    page.press("Tab", 9)
    page.press("Enter", 13, "\r")
    print("by keyboard:", orders(page)[3])
    page.click("[data-key=place]")
    print("lines:", column(page, 4))

    page.click("#filter")
    page.type("zeta GROWN")
    print("filtered:", column(page, 3),
          page.evaluate("document.getElementById('shown').textContent"))
    page.evaluate("document.getElementById('filter').select()")
    page.press("Delete", 46)
    page.click("[value=large-local]")
    page.click("[value=unbounded]")
    print("without rules:", sorted(column(page, 1)))
    page.click("[value=large-local]")
    page.click("[value=unbounded]")

    print("drawings:", page.evaluate(
        "Array.from(document.querySelectorAll('svg.cycle')).map(s => "
        "[s.querySelector('title').textContent,"
        " s.querySelectorAll('rect').length,"
        " s.querySelectorAll('.arrow').length])"))
    page.evaluate("document.querySelectorAll('details')"
                  ".forEach(d => { d.open = true; })")
    print("drawn:", page.evaluate(
        "Array.from(document.querySelectorAll('svg.cycle')).every(s => {"
        " const outer = s.getBoundingClientRect();"
        " return outer.height > 0 && Array.from(s.querySelectorAll("
        "   'rect, .arrow, text')).every(e => {"
        "   const inner = e.getBoundingClientRect();"
        "   return inner.left >= outer.left - 1 &&"
        "     inner.right <= outer.right + 1 && inner.top >= outer.top - 1 &&"
        "     inner.bottom <= outer.bottom + 1; }); })"))
    print("bar:", page.evaluate(
        "Array.from(document.querySelector('.bar').querySelectorAll('span'))"
        ".map(s => Math.round(100 * s.getBoundingClientRect().width /"
        " s.parentElement.getBoundingClientRect().width))"))
    print("limit:", page.evaluate(
        "document.querySelector('.bar i').style.left"))

    background = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(background)
    page.click("#theme")
    print("theme changes:", page.evaluate(background) != before)

    print("scripts:", page.evaluate("document.scripts.length"))
    requests = [e["params"]["request"]["url"] for e in page.events
                if e["method"] == "Network.requestWillBeSent"]
    print("requests:", len(requests))
    print("console:", page.console)
