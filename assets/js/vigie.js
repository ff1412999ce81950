// Small comforts; everything works without them.
"use strict";

// Copy buttons: shown only where copying works.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  if (!field || !navigator.clipboard) continue;
  const words = button.textContent;
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  field.addEventListener("focus", () => field.select());
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = words; }, 4000);
    } catch {
      field.focus();
    }
  });
}

// Filters: leave empty fields out of the address, so that it stays short and can be shared.
for (const form of document.querySelectorAll("form.filters")) {
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) {
      if (value === "") event.formData.delete(name);
    }
  });
}

// A kept form (form.js) that led to a page which says "done" was taken: nothing is left to restore.
try {
  const sent = sessionStorage.getItem("sent");
  if (sent && document.querySelector(".done")) {
    localStorage.removeItem(sent);
    sessionStorage.removeItem("sent");
  }
} catch { /* Storage is off: nothing was kept. */ }
