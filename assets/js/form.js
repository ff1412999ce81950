// Comforts of the form of an event: its dates while one types, only the fields that matter, and what
// was typed kept until it is saved. The form is whole without them.
"use strict";

for (const form of document.querySelectorAll("form[data-preview]")) {
  const later = (delay, work) => {
    let timer;
    return () => { clearTimeout(timer); timer = setTimeout(work, delay); };
  };
  const field = (name) => form.querySelector(`[name="${name}"]`);
  const part = (name) => document.getElementById(`f-${name}`)?.closest(".form-field");

  // Which fields a repetition needs.
  const repeats = field("repeats");
  const needs = {
    "": [],
    day: ["every", "until", "count"],
    week: ["every", "weekday", "until", "count"],
    "month-weekday": ["every", "weekday", "nth", "until", "count"],
    "month-date": ["every", "until", "count"],
    year: ["every", "until", "count"],
    dates: ["dates"],
  };
  const showNeeded = () => {
    const needed = needs[repeats.value] ?? [];
    for (const name of ["every", "weekday", "nth", "until", "count", "dates"]) {
      const shown = part(name);
      const row = shown?.closest(".form-row") ?? shown;
      if (row) row.hidden = !needed.includes(name);
    }
    for (const name of ["holidays", "school", "pause-from"]) {
      for (const shown of form.querySelectorAll(`[name^="${name}"]`)) {
        (shown.closest(".form-row") ?? shown.closest(".form-field")).hidden = repeats.value === "";
      }
    }
  };

  // Two hours, until something else is said.
  const [start, end] = [field("start"), field("end")];
  start?.addEventListener("change", () => {
    const [hour, minute] = start.value.split(":");
    if (end.value || !minute) return;
    end.value = `${String((Number(hour) + 2) % 24).padStart(2, "0")}:${minute}`;
  });

  // The dates, worked out by the server.
  const unseen = new Set(["token", "once", "seal", "before", "told", "draft", "revision", "description", "do"]);
  let asked = 0;
  const look = later(400, async () => {
    if (!field("date").value) return;
    const pairs = [...new FormData(form)].filter(([name, value]) => !unseen.has(name) && value !== "");
    const turn = ++asked;
    try {
      const answer = await fetch(`${form.dataset.preview}?${new URLSearchParams(pairs)}`);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const [old, fresh] = [form.querySelector("#apercu"), page.getElementById("apercu")];
      if (turn !== asked || !answer.ok || !fresh) return;
      for (const hidden of form.querySelectorAll("input[type=hidden][name=exclusion]")) {
        if (fresh.querySelector(`input[value="${hidden.value}"]`)) hidden.remove();
      }
      const focused = document.activeElement?.name === "exclusion" ? document.activeElement.value : null;
      old.replaceWith(fresh);
      if (focused) fresh.querySelector(`input[value="${focused}"]`)?.focus();
    } catch { /* No network: the button still works when it is back. */ }
  });

  // What was typed is kept in this browser until it is saved, a week at most.
  const key = `kept:${form.dataset.keep}`;
  const WEEK = 7 * 24 * 3600 * 1000;
  const typed = () => [...new FormData(form)].filter(([name]) => !unseen.has(name) || name === "description");
  const untouched = JSON.stringify(typed());
  const store = (work) => { try { return work(localStorage); } catch { return null; } };
  const keep = later(300, () => {
    const now = JSON.stringify(typed());
    if (now !== untouched) store((box) => box.setItem(key, JSON.stringify({ at: Date.now(), typed: now })));
  });
  const restore = (pairs) => {
    for (const input of form.elements) {
      if (!input.name || unseen.has(input.name) && input.name !== "description" || input.type === "hidden") continue;
      const values = pairs.filter(([name]) => name === input.name).map(([, value]) => value);
      if (input.type === "checkbox" || input.type === "radio") input.checked = values.includes(input.value);
      else input.value = values[0] ?? "";
      if (values.some((value) => value)) input.closest("details")?.setAttribute("open", "");
    }
    showNeeded();
    look();
  };
  const offer = ({ at, typed: kept }) => {
    if (Date.now() - at > WEEK || kept === untouched || document.querySelector(".form-errors")) return;
    const box = document.createElement("div");
    box.className = "notice tone-calm kept";
    box.setAttribute("role", "status");
    const words = document.createElement("p");
    words.textContent = form.dataset.kept;
    const button = (text, work) => {
      const made = document.createElement("button");
      [made.type, made.className, made.textContent] = ["button", "button", text];
      made.addEventListener("click", () => { work(); box.remove(); });
      return made;
    };
    box.append(
      words,
      button(form.dataset.restore, () => restore(JSON.parse(kept))),
      button(form.dataset.forget, () => store((storage) => storage.removeItem(key))),
    );
    form.before(box);
  };
  const before = store((box) => JSON.parse(box.getItem(key)));
  if (before) offer(before);

  form.addEventListener("submit", () => store(() => sessionStorage.setItem("sent", key)));
  form.addEventListener("input", () => { showNeeded(); look(); keep(); });
  form.addEventListener("change", () => { look(); keep(); });
  showNeeded();
}
