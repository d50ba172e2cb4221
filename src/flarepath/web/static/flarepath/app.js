// Timers, the zone of this machine, forms that outlive a lost connection, and the pages that work without one.
import { figures } from "./figure.js";
import { hand, kept, sendAll, told } from "./queue.js";
import { bell, clock } from "./timer.js";

for (const timer of document.querySelectorAll("[data-timer]")) {
  clock(timer, { down: Number(timer.dataset.timer), done: bell });
}
for (const watch of document.querySelectorAll("[data-stopwatch]")) clock(watch, { down: 0 });

figures();

const zone = document.querySelector("[data-zone]");
if (zone && !zone.value) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone || "";

const queue = document.querySelector("#queue");
const person = queue.dataset.person || (await told())?.person;

function say(count, words) {
  queue.textContent = words.replace("{n}", count);
  queue.hidden = false;
}

async function sendWaiting() {
  if (!person) return;
  const before = (await kept(person)).length;
  const left = before ? await sendAll() : 0;
  if (left) say(left, queue.dataset.waiting);
  else if (before) say(before, queue.dataset.sent);
}

async function submitted(event) {
  const form = event.target;
  if (!form.matches("[data-queue]") || form.dataset.plain || !person) return;
  event.preventDefault();
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  try {
    const next = await hand(form, event.submitter, person);
    form.ariaBusy = "false";
    if (next) location.assign(next);
    else if (form.dataset.queue) {
      location.assign(form.dataset.queue);
      dispatchEvent(new Event("kept"));
    }
    else waits(form);
  } catch {
    // This browser keeps nothing: the form goes its plain way.
    form.dataset.plain = "yes";
    form.ariaBusy = "false";
    form.requestSubmit(event.submitter);
  }
}

async function waits(form) {
  form.reset();
  say((await kept(person)).length, queue.dataset.waiting);
  queue.scrollIntoView({ block: "center" });
}

document.addEventListener("submit", submitted);
addEventListener("online", sendWaiting);
await navigator.serviceWorker?.register("/worker.js");
if (queue.dataset.person) await told();
await sendWaiting();
