"use strict";
// Sorts and filters the table. Without it the page shows all, in the order of
// the report.
(function () {
  const body = document.querySelector("#findings tbody");
  const rows = body ? Array.from(body.rows) : [];
  const filter = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const boxes = Array.from(document.querySelectorAll("[name=rule]"));
  const texts = new Map(
    rows.map((row) => [row, row.textContent.toLowerCase()]));

  // Numbers sort by size, names as people sort them, unknown sizes last.
  function compare(key, isNumber) {
    return function (a, b) {
      const x = a.dataset[key], y = b.dataset[key];
      return isNumber ? Number(x) - Number(y)
                      : x.localeCompare(y, undefined, { numeric: true });
    };
  }

  function sortBy(header) {
    const button = header.querySelector("button");
    const isNumber = button.dataset.kind === "number";
    const before = header.getAttribute("aria-sort");
    // The first click on a number shows the largest.
    const first = isNumber ? "descending" : "ascending";
    const second = isNumber ? "ascending" : "descending";
    const order = before === first ? second : first;
    for (const other of document.querySelectorAll("#findings th"))
      other.setAttribute("aria-sort", other === header ? order : "none");
    const ascending = compare(button.dataset.key, isNumber);
    rows.sort((a, b) =>
      order === "ascending" ? ascending(a, b) : ascending(b, a));
    body.append(...rows);
  }

  function applyFilter() {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const rules = new Set(
      boxes.filter((box) => box.checked).map((box) => box.value));
    let count = 0;
    for (const row of rows) {
      const isShown = rules.has(row.dataset.rule) &&
        words.every((word) => texts.get(row).includes(word));
      row.hidden = !isShown;
      count += isShown ? 1 : 0;
    }
    shown.textContent = count + " of " + rows.length + " shown";
  }

  for (const header of document.querySelectorAll("#findings th"))
    header.querySelector("button")
      .addEventListener("click", () => sortBy(header));
  if (filter) {
    filter.addEventListener("input", applyFilter);
    for (const box of boxes)
      box.addEventListener("change", applyFilter);
    applyFilter();
  }

  document.getElementById("theme").addEventListener("click", function () {
    const root = document.documentElement;
    const isDark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
  });
})();
