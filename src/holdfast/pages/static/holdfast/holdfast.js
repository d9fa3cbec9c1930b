// What moves. Everything here is an extra: each page does its whole job without it.
import { initAll } from "../govuk/govuk-frontend.min.js";

initAll();

// A choice that uncovers further questions. Ours and not GOV.UK's, which says "expanded" of a radio: a radio cannot be that.
const uncover = () => {
  for (const choice of document.querySelectorAll("[data-reveals]")) {
    const more = document.getElementById(choice.dataset.reveals);
    const kind = choice.type === "radio" ? "radios" : "checkboxes";
    more.classList.toggle(`govuk-${kind}__conditional--hidden`, !choice.checked);
  }
};
document.addEventListener("change", uncover);
window.addEventListener("pageshow", uncover);
uncover();

// "Today" and "Yesterday" fill in the three boxes of a date. The days come from the server, so that a wrong clock on the
// computer changes nothing.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-fill-date]");
  if (!button) return;
  const [year, month, day] = button.dataset.fillDate.split("-").map(Number);
  const values = { day, month, year };
  for (const part of Object.keys(values)) {
    document.getElementById(`${button.dataset.fillFor}_${part}`).value = values[part];
  }
  document.getElementById(`${button.dataset.fillFor}_day`).dispatchEvent(new Event("input", { bubbles: true }));
});

// A form that is being sent is no draft any more: what was about to be kept of it is not.
let sending = null;
document.addEventListener("submit", (event) => {
  sending = event.target;
});
window.addEventListener("pageshow", () => {
  sending = null;
});
document.body.addEventListener("htmx:beforeRequest", (event) => {
  const keeper = event.detail.elt;
  if (sending && keeper.classList.contains("hf-draft-status") && keeper.closest("form") === sending) event.preventDefault();
});

// Signing out after a quiet hour: warned five minutes before, put off with one button, and what was typed is kept.
const dialog = document.getElementById("hf-timeout");
if (dialog && typeof dialog.showModal === "function") {
  const allowed = Number(dialog.dataset.seconds) * 1000;
  const warning = Math.min(5 * 60 * 1000, allowed / 2);
  const left = document.getElementById("hf-timeout-left");
  let since = Date.now();
  const restart = () => {
    since = Date.now();
    if (dialog.open) dialog.close();
  };
  const inWords = (milliseconds) => {
    const minutes = Math.ceil(milliseconds / 60000);
    return minutes === 1 ? "1 minute" : `${minutes} minutes`;
  };
  const look = () => {
    const remaining = allowed - (Date.now() - since);
    if (remaining <= 0) {
      window.location.assign(dialog.dataset.signIn);
    } else if (remaining <= warning) {
      const words = inWords(remaining);
      if (left.textContent !== words) left.textContent = words;
      if (!dialog.open) dialog.showModal();
    }
  };
  document.getElementById("hf-timeout-stay").addEventListener("click", async () => {
    const answer = await fetch(dialog.dataset.stay, { headers: { "HX-Request": "true" } });
    if (answer.ok && !answer.headers.get("HX-Redirect")) restart();
    else window.location.assign(dialog.dataset.signIn);
  });
  document.body.addEventListener("htmx:afterRequest", (event) => {
    // Not while the question is on the screen: keeping a draft is no answer to it.
    if (event.detail.successful && !dialog.open) restart();
  });
  setInterval(look, Math.min(15000, allowed / 8));
}
