// The body map of a time: a slider steps through its days or weeks; 0 is the whole of it.
const slider = document.querySelector("[data-felt]");

function colour(levels) {
  for (const path of document.querySelectorAll(".felt [data-place]")) {
    const level = levels[path.dataset.place] ?? 0;
    path.setAttribute("class", level ? `heat${level}` : "");
  }
}

if (slider) {
  const output = slider.closest("p").querySelector("output");
  const steps = JSON.parse(document.querySelector("#felt-steps").textContent);
  const whole = [...document.querySelectorAll(".felt [data-place]")].map((path) => [path, path.getAttribute("class") ?? ""]);
  slider.closest("p").hidden = false;
  slider.addEventListener("input", () => {
    const step = steps[slider.value - 1];
    output.textContent = step?.name ?? output.dataset.whole;
    slider.setAttribute("aria-valuetext", output.textContent);
    if (step) colour(step.levels);
    else for (const [path, name] of whole) path.setAttribute("class", name);
  });
}
