"use strict";
// Everything works without this file; it adds the light and dark switch and the caption under timelines.
(() => {
  const root = document.documentElement;
  const button = document.getElementById("theme");
  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const label = () => { button.textContent = dark() ? "Light" : "Dark"; };
  if (button) {
    button.hidden = false;
    label();
    button.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=strict`;
      label();
    });
  }
  for (const figure of document.querySelectorAll(".lanes")) {
    const caption = figure.querySelector(".caption");
    const show = (event) => {
      const mark = event.target.closest(".mark");
      if (mark) {
        const quote = document.createElement("q");
        quote.textContent = mark.dataset.sentence;
        const head = document.createElement("b");
        head.textContent = `${mark.dataset.label}. `;
        caption.replaceChildren(head, quote);
      }
    };
    figure.addEventListener("pointerover", show);
    figure.addEventListener("focusin", show);
  }
  for (const select of document.querySelectorAll("form.filters select")) {
    select.addEventListener("change", () => select.form.requestSubmit());
  }
})();
