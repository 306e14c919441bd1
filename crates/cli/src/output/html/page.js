// Lights up all parts of the statement under the pointer, the focus or the address.
"use strict";
(() => {
  const parts = new Map();
  for (const part of document.querySelectorAll("[data-s]")) {
    const number = part.dataset.s;
    if (!parts.has(number)) parts.set(number, []);
    parts.get(number).push(part);
  }
  let lit = null;
  const light = (number) => {
    if (number === lit) return;
    for (const part of parts.get(lit) || []) part.classList.remove("lit");
    for (const part of parts.get(number) || []) part.classList.add("lit");
    lit = number;
  };
  const chosen = () => (/^#[sn](\d+)/.exec(location.hash) || [])[1];
  const follow = (event) => {
    const part = event.target.closest && event.target.closest("[data-s]");
    light(part ? part.dataset.s : chosen());
  };
  document.addEventListener("mouseover", follow);
  document.addEventListener("focusin", follow);
  addEventListener("hashchange", () => light(chosen()));
  light(chosen());
})();
