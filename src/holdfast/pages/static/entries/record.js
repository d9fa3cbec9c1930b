// Search as you type: hides what does not fit, and says how many do. Without it the Search button does the same.
const box = document.querySelector("[data-finds]");
if (box) {
  const kinds = [...document.querySelectorAll(box.dataset.finds)];
  const said = document.querySelector("[data-found]");
  let waiting;
  const find = () => {
    const parts = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const kind of kinds) {
      kind.hidden = !parts.every((part) => kind.dataset.words.includes(part));
      count += !kind.hidden;
    }
    for (const area of document.querySelectorAll("[data-area]")) area.hidden = !area.querySelector("li:not([hidden])");
    for (const first of document.querySelectorAll("[data-hide-when-finding]")) first.hidden = parts.length > 0;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      said.classList.toggle("govuk-visually-hidden", parts.length === 0);
      said.textContent = parts.length ? `${count} ${count === 1 ? "kind fits" : "kinds fit"} “${box.value.trim()}”.${count ? "" : " Try another word."}` : "";
    }, 400);
  };
  box.addEventListener("input", find);
  if (box.value) find();
}

