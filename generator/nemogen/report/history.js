"use strict";
// The page reads well without this: it opens what a mark of the time line points to, unfolds all, filters and searches.
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

const QUIET = new Set(["same", "unreachable"]);
const search = document.getElementById("search");
const entries = [...document.querySelectorAll(".entry")];
let chosen = filters[0]; // "Changes"

function isOfLevel(lane) {
  if (chosen.dataset.show === "lane") return lane === chosen.dataset.lane;
  return chosen.dataset.show === "all" || !QUIET.has(lane);
}

function showChosen() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  filters.forEach((filter) => filter.setAttribute("aria-pressed", String(filter === chosen)));
  entries.forEach((entry) => {
    const text = words.length ? entry.textContent.toLowerCase() : "";
    entry.hidden = !isOfLevel(entry.dataset.lane) || !words.every((word) => text.includes(word));
  });
  document.querySelectorAll("svg [data-lane]").forEach((mark) => {
    mark.classList.toggle("dim", !isOfLevel(mark.dataset.lane));
  });
  document.getElementById("none").hidden = entries.some((entry) => !entry.hidden);
}

filters.forEach((filter) => filter.addEventListener("click", () => {
  chosen = filter === chosen ? filters[0] : filter; // a second click takes the choice back
  showChosen();
}));
search.addEventListener("input", showChosen);
addEventListener("hashchange", openTarget);
document.querySelectorAll(".mark").forEach((mark) => mark.addEventListener("click", () => {
  if (mark.getAttribute("href") === location.hash) openTarget();
}));
tools.hidden = false;
const chart = document.getElementById("chart");
if (chart) chart.scrollLeft = chart.scrollWidth; // the newest revisions come first on a narrow screen
showChosen();
openTarget();
