// A danger line that is tapped is kept at once, and its card comes up under it. Without this the page's button does it.
for (const form of document.querySelectorAll("[data-at-once]")) {
  form.addEventListener("change", ({ target }) => {
    const isLine = target.matches(".tick input[type=checkbox][value=yes]") && target.name.includes(".");
    if (isLine && target.checked) form.requestSubmit(form.querySelector("[name=tapped]"));
  });
}
