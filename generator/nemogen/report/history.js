"use strict";
// The page reads well without this: it opens what a mark of the time line points to, unfolds all, and filters.
const tools = document.getElementById("tools");
const unfold = document.getElementById("unfold");
const folds = [...document.querySelectorAll(".entry details")];
const filters = [...document.querySelectorAll(".filter")];

function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && target.closest("details");
  if (fold) {
    fold.closest(".entry").hidden = false;
    fold.open = true;
    fold.scrollIntoView({ block: "start" });
    fold.querySelector("summary").focus({ preventScroll: true });
  }
}

function showState() {
  const open = folds.every((fold) => fold.open);
  unfold.textContent = open ? "Fold all" : "Unfold all";
  unfold.setAttribute("aria-expanded", String(open));
}

unfold.addEventListener("click", () => {
  const open = !folds.every((fold) => fold.open);
  folds.forEach((fold) => { fold.open = open; });
  showState(); // "toggle" comes later, and one by one
});
folds.forEach((fold) => fold.addEventListener("toggle", showState));
filters.forEach((filter) => filter.addEventListener("click", () => {
  filter.setAttribute("aria-pressed", String(filter.getAttribute("aria-pressed") !== "true"));
  const shown = new Set(filters.filter((each) => each.getAttribute("aria-pressed") === "true").map((each) => each.dataset.lane));
  document.querySelectorAll(".entry").forEach((entry) => {
    entry.hidden = entry.dataset.lane !== "" && !shown.has(entry.dataset.lane);
  });
}));
addEventListener("hashchange", openTarget);
document.querySelectorAll(".mark").forEach((mark) => mark.addEventListener("click", () => {
  if (mark.getAttribute("href") === location.hash) openTarget();
}));
tools.hidden = false;
openTarget();
