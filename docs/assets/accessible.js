// What axe-core found in the theme: regions that scroll get the focus of a keyboard; the search dialog and each bar of
// buttons get a name.
const repair = () => {
  document.querySelectorAll(".md-typeset pre > code, .md-typeset__table, .md-typeset__scrollwrap").forEach((each) => {
    each.tabIndex = 0;
  });
  document.querySelector(".md-search")?.setAttribute("aria-label", "Search");
  document.querySelectorAll(".md-code__nav").forEach((each, index) => {
    const label = `Code block ${index + 1}`;
    if (each.getAttribute("aria-label") !== label) each.setAttribute("aria-label", label);
  });
};
new MutationObserver(repair).observe(document.body, { childList: true, subtree: true });
repair();
