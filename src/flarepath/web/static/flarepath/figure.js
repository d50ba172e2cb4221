// The body map in a form: a place is chosen by touch, mouse, arrow keys or screen reader; the two fields below say it too.
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function ready(box) {
  const fields = box.closest("fieldset, details, form");
  const region = fields.querySelector("[name=new_place]");
  const side = fields.querySelector("[name=new_side]");
  const places = [...box.querySelectorAll("[data-place]")];

  // Each figure is one group of radio buttons: one stop for the Tab key, arrows within.
  function mark() {
    const chosen = `${region.value}.${side.value}`;
    const isIt = ({ dataset: { place } }) => place === chosen || (side.value === "both" && /\.(left|right)$/.test(place) && place.startsWith(`${region.value}.`));
    for (const svg of box.querySelectorAll("svg")) {
      const own = places.filter((place) => svg.contains(place));
      const stop = own.find(isIt) ?? own[0];
      for (const place of own) {
        place.setAttribute("aria-checked", isIt(place));
        place.setAttribute("tabindex", place === stop ? 0 : -1);
      }
    }
  }

  function choose(place) {
    [region.value, side.value] = place.dataset.place.split(".");
    region.dispatchEvent(new Event("change", { bubbles: true }));
    place.focus();
  }

  for (const svg of box.querySelectorAll("svg")) svg.setAttribute("role", "radiogroup");
  for (const place of places) {
    place.setAttribute("role", "radio");
    place.setAttribute("aria-label", place.textContent);
  }
  box.addEventListener("click", ({ target }) => target.matches("[data-place]") && choose(target));
  box.addEventListener("keydown", (event) => {
    const { key, target } = event;
    const own = places.filter((place) => target.closest("svg")?.contains(place));
    if (key === " " || key === "Enter") choose(target);
    else if (STEPS[key] && own.length) choose(own.at((own.indexOf(target) + STEPS[key]) % own.length));
    else return;
    event.preventDefault();
  });
  turn(box);
  fields.addEventListener("change", mark);
  box.closest("form").addEventListener("reset", () => setTimeout(mark));
  mark();
  box.hidden = false;
}

// One figure at a time, so that a thumb finds its place.
function turn(box) {
  const [front, back] = box.querySelectorAll("figure");
  const button = box.nextElementSibling;
  back.hidden = true;
  button.hidden = false;
  button.addEventListener("click", () => [front.hidden, back.hidden] = [back.hidden, front.hidden]);
}

async function draw(box) {
  if (box.dataset.drawn) return;
  box.dataset.drawn = "yes";
  try {
    const answer = await fetch(box.dataset.figure);
    if (!answer.ok) return;
    box.innerHTML = await answer.text();
    ready(box);
  } catch {
    // Without the drawing the two fields ask where.
  }
}

export function figures() {
  for (const box of document.querySelectorAll("[data-figure]")) {
    const around = box.closest("details");
    if (!around || around.open) draw(box);
    around?.addEventListener("toggle", () => around.open && draw(box));
  }
}
