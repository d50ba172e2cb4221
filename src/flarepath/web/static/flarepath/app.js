// Timers, the zone of this machine, and what every page needs to work without a network.
import { bell, clock } from "./timer.js";

for (const timer of document.querySelectorAll("[data-timer]")) {
  clock(timer, { down: Number(timer.dataset.timer), done: bell });
}
for (const watch of document.querySelectorAll("[data-stopwatch]")) clock(watch, { down: 0 });

const zone = document.querySelector("[data-zone]");
if (zone && !zone.value) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
