// The flare-up without a network: where, the danger lines that are open there, and what the rules say; a check-in to keep.
import { evaluate, token } from "./gate.js";
import { kept, last, told } from "./queue.js";
import { sittingOf } from "./sittings.js";

const WORST = 10;
let known = await told();
const steps = document.querySelectorAll("[data-step]");
const asking = document.querySelector("#asking");

function show(name) {
  for (const step of steps) step.hidden = step.dataset.step !== name;
  const heads = document.querySelectorAll(`[data-step=${name}] :is(h1, h2)`);
  [...heads].find((head) => head.checkVisibility())?.focus();
}

function copy(template, fill) {
  const made = document.querySelector(`#${template}`).content.cloneNode(true);
  fill(made);
  return made;
}

function placesIn(form) {
  const list = form.querySelector("[data-places]");
  list.replaceChildren(...known.places.map(([key, words]) => copy("known", (made) => {
    made.querySelector("input").value = key;
    made.querySelector("span").textContent = words;
  })));
  list.closest("fieldset").hidden = known.places.length === 0;
}

function feltIn(form) {
  form.querySelector("[data-felt]").replaceChildren(...known.places.map(([key, words]) => copy("felt", (made) => {
    made.querySelector("legend").textContent = words;
    for (const input of made.querySelectorAll("input")) input.name = key;
  })));
}

const isSame = (one, other) => one.region === other.region && one.side === other.side;

// Everything that waits on this phone, oldest first, with the flare-up of this tab where the server took it a moment ago.
async function sittings() {
  const { questions, at } = known.rules;
  const waiting = (await kept(known.person)).map((item) => sittingOf(questions, item)).filter(Boolean);
  const own = sittingOf(questions, { path: "/flare", fields: Object.entries(last("/flare")), at: new Date(at * 1000) });
  const isThere = own.felt.every((one) => waiting.some((each) => each.felt.some((other) => isSame(one, other))));
  return isThere ? waiting : [own, ...waiting];
}

// Where it flares up, by the newest form that says so, and how much.
function placeOf(heard) {
  const { region, side } = heard.findLast((one) => one.region) ?? { region: "", side: "" };
  const points = [...known.rules.flares, ...heard.flatMap((one) => one.felt)];
  return { region, side, points: points.findLast((one) => isSame(one, { region, side }))?.points ?? WORST };
}

// What the gate says now; what the next page asks comes one part at a time: the danger lines, those for this part of the
// body, and last the one about the person.
async function judged() {
  known = (await told()) ?? known;
  const heard = await sittings();
  const place = placeOf(heard);
  const found = evaluate(known.rules, heard, { ...place, now: Math.floor(Date.now() / 1000) });
  const lines = found.unasked.filter((one) => !isMind(one));
  const short = lines.filter((one) => one.short);
  return { found, place, next: short.length ? short : lines.length ? lines : found.unasked };
}

const questionOf = ({ id }) => known.rules.questions.find((question) => question.id === id);
const isMind = (one) => questionOf(one).crisis;

function ask({ place, next }, answer) {
  const mind = next.every(isMind);
  asking.elements.asked.value = (mind ? ["e14", "s16"] : next.map(token)).join(" ");
  asking.elements.region.value = place.region;
  asking.elements.side.value = place.side;
  asking.querySelector("[data-mind]").hidden = !mind;
  asking.querySelector("[data-lines]").hidden = mind;
  for (const part of document.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== (mind ? "mind" : answer);
  const ids = [...new Set(next.map((one) => one.id))];
  const lines = mind ? [] : ids.flatMap((id) => questionOf({ id }).lines.map(([line, text, more]) => [`${id}.${line}`, text, more]));
  asking.querySelector(".ticks").replaceChildren(...lines.map(([name, text, more]) => copy("line", (made) => {
    Object.assign(made.querySelector("input"), { name, value: answer });
    made.querySelector("b").textContent = text;
    made.querySelector(".more").textContent = more;
  })));
  show("questions");
}

async function goOn(answer = "yes") {
  const now = await judged();
  const grave = now.found.crisis || ["emergency", "same_day"].includes(now.found.level);
  if (grave || now.found.minor || !now.next.length) tell(now);
  else ask(now, answer);
}

const row = (text) => copy("row", (made) => made.querySelector("li").append(...dialled(text)));

// Telephone numbers that are called with one tap, read as the filter `dial` reads them.
const NUMBER = /(?<![\w/-])(?<!to )(\d(?:[\d -]*\d)?)(?![\w/-])/;

function dialled(text) {
  return text.split(NUMBER).map((part) => {
    const digits = part.replace(/[ -]/g, "");
    const isNumber = /^\d{3,}$/.test(digits) && part === part.trim();
    return isNumber ? Object.assign(document.createElement("a"), { className: "call", href: `tel:${digits}`, textContent: part }) : part;
  });
}

// One of three: help comes first; a danger line is open, and until then position and breath; or something for now.
function tell({ found, place }) {
  const isShut = found.steps.length === 0;
  const head = isShut ? "first" : found.unasked.length ? "open" : "calm";
  for (const part of document.querySelectorAll("[data-told]")) part.hidden = !part.dataset.told.split(" ").includes(head);
  tellCard(found);
  tellHistory(found, place);
  document.querySelector("#steps").replaceChildren(...found.steps.map(row));
  show("told");
}

// The sentence of the gate and what to do; not the night card, which stands below, a step a line.
function tellCard({ level, say, findings, crisis, steps: helping }) {
  const card = document.querySelector("#card");
  card.hidden = say === "" || say === helping.join(" ");
  card.className = `card ${crisis ? "crisis" : level}`;
  card.querySelector("p").replaceChildren(...dialled(say));
  const grave = findings.filter((one) => !crisis || one.tier === "emergency" || questionOf(one).crisis);
  const todo = new Set(grave.map((one) => one.do).filter(Boolean));
  card.querySelector("ul").replaceChildren(...[...todo].map(row));
}

// The own history speaks of its own place alone, and only where nothing stands in the way.
function tellHistory({ level }, place) {
  const line = document.querySelector("#line");
  const own = known.history[`${place.region}.${place.side}`] ?? "";
  line.textContent = ["clear", "next_visit"].includes(level) ? own : "";
  line.hidden = line.textContent === "";
}

const skip = async () => tell(await judged());
const turn = () => (["#questions", "#told"].includes(location.hash) ? goOn() : show("begin"));

for (const button of document.querySelectorAll("[data-go]")) button.addEventListener("click", () => show(button.dataset.go));
for (const button of document.querySelectorAll("[data-answer]")) button.addEventListener("click", () => goOn(button.dataset.answer));
for (const button of document.querySelectorAll("[data-skip]")) button.addEventListener("click", skip);
asking.addEventListener("change", ({ target }) => {
  // A danger line that is tapped is kept at once: what it asks for comes before the other lines.
  if (target.value === "yes") asking.requestSubmit(asking.querySelector("[name=tapped]"));
});
if (known) {
  placesIn(document.querySelector("#where"));
  feltIn(document.querySelector("#checkin"));
  addEventListener("hashchange", () => turn());
  // A form of this very page was kept: its address is the same as before.
  addEventListener("kept", () => turn());
  turn();
} else show("none");
