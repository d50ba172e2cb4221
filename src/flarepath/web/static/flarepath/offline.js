// The flare-up without a network: where, the danger questions, and what the rules say; and a check-in to keep.
import { evaluate } from "./gate.js";
import { last, told } from "./queue.js";

const known = await told();
const steps = document.querySelectorAll("[data-step]");

function show(name) {
  for (const step of steps) step.hidden = step.dataset.step !== name;
  document.querySelector(`[data-step=${name}] :is(h1, h2)`)?.focus();
}

function copy(template, fill) {
  const made = document.querySelector(`#${template}`).content.cloneNode(true);
  fill(made);
  return made;
}

function placesIn(form) {
  const list = form.querySelector("[data-places]");
  list.replaceChildren(...known.places.map(([key, words], place) => copy("known", (made) => {
    made.querySelector("input").value = key;
    made.querySelector("input").checked = place === 0;
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

function questionsIn(form, { region, side }) {
  const asked = known.rules.questions.filter((question) => question.short);
  form.elements.asked.value = asked.map((question) => question.id).join(" ");
  form.elements.region.value = region;
  form.elements.side.value = side;
  form.querySelector("[data-questions]").replaceChildren(...asked.map((question) => copy("question", (made) => {
    made.querySelector("legend").textContent = question.text;
    made.querySelector("p").textContent = question.gloss;
    for (const input of made.querySelectorAll("input")) input.name = question.id;
  })));
}

// Where the flare-up is, from the form that was kept.
function placeOf(sent) {
  if (sent.new_place) return { region: sent.new_place, side: sent.new_side ?? "" };
  const [, region = "", side = ""] = (sent.known ?? "").split(".");
  return { region, side };
}

function repliesOf(sent) {
  const words = (sent.asked ?? "").split(" ").map((id) => [id, sent[id] || ("none" in sent ? "no" : "")]);
  return Object.fromEntries(words.filter(([id, word]) => id && word));
}

function tell(sent) {
  const now = Math.floor(Date.now() / 1000);
  const found = evaluate(known.rules, repliesOf(sent), { region: sent.region, side: sent.side, now });
  const calm = found.card.length > 0;
  document.querySelector("#calm").hidden = !calm;
  document.querySelector("#first").hidden = calm;
  if (calm) tellCalmly(found);
  else tellFirst(found);
  show("told");
}

const row = (text) => Object.assign(document.createElement("li"), { textContent: text });

function tellCalmly({ card, level }) {
  const line = document.querySelector("#line");
  line.textContent = known.line;
  line.hidden = !known.line || level === "unanswered";
  document.querySelector("#card").replaceChildren(...card.map(row));
}

function tellFirst({ level, say, findings }) {
  const card = document.querySelector("#first .card");
  card.className = `card ${level}`;
  card.querySelector("p").textContent = say;
  const todo = new Set(findings.map((one) => one.do).filter(Boolean));
  card.querySelector("ul").replaceChildren(...[...todo].map(row));
}

function ask() {
  questionsIn(document.querySelector("#asking"), placeOf(last("/flare")));
  show("questions");
}

const PAGES = { "#questions": ask, "#told": () => tell(last("/flare/check")) };
const turn = () => (PAGES[location.hash] ?? (() => show("begin")))();

for (const button of document.querySelectorAll("[data-go]")) button.addEventListener("click", () => show(button.dataset.go));
if (known) {
  placesIn(document.querySelector("#where"));
  feltIn(document.querySelector("#checkin"));
  addEventListener("hashchange", turn);
  turn();
} else show("none");
