"use strict";
// Map and network say all they say without this file; it adds captions, zooming, and what a party has to do with.
(() => {
  for (const figure of document.querySelectorAll(".picture")) {
    const caption = figure.querySelector(".caption");
    const show = (event) => {
      const mark = event.target.closest("[data-label]");
      if (mark) caption.textContent = mark.dataset.label;
    };
    figure.addEventListener("pointerover", show);
    figure.addEventListener("focusin", show);
  }

  const world = document.querySelector(".world");
  if (world) {
    const numbers = (text) => text.split(" ").map(Number);
    const whole = numbers(world.dataset.whole);
    let box = numbers(world.getAttribute("viewBox"));
    const see = (x, y, width) => {
      width = Math.min(whole[2], Math.max(300, width));
      const height = width * whole[3] / whole[2];
      const inside = (least, value, most) => Math.max(least, Math.min(most, value));
      box = [inside(0, x, whole[2] - width), inside(0, y, whole[3] - height), width, height];
      world.setAttribute("viewBox", box.map(Math.round).join(" "));
      world.classList.toggle("grab", width < whole[2]);
    };
    const zoom = (factor, x = box[0] + box[2] / 2, y = box[1] + box[3] / 2) =>
      see(x - (x - box[0]) * factor, y - (y - box[1]) * factor, box[2] * factor);
    const buttons = document.querySelector(".zoom");
    buttons.hidden = false;
    buttons.addEventListener("click", (event) => {
      const by = event.target.dataset.zoom;
      if (by === "all") see(0, 0, whole[2]);
      else if (by) zoom(Number(by));
    });
    world.addEventListener("wheel", (event) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const at = world.getBoundingClientRect();
        zoom(event.deltaY > 0 ? 1.25 : 0.8, box[0] + (event.clientX - at.left) / at.width * box[2], box[1] + (event.clientY - at.top) / at.height * box[3]);
      }
    }, { passive: false });
    let from = null;
    let dragged = false;
    world.addEventListener("pointerdown", (event) => {
      dragged = false;
      from = event.button === 0 && box[2] < whole[2] ? [event.clientX, event.clientY, box[0], box[1]] : null;
    });
    window.addEventListener("pointermove", (event) => {
      if (from) {
        const scale = box[2] / world.getBoundingClientRect().width;
        dragged ||= Math.hypot(event.clientX - from[0], event.clientY - from[1]) > 4;
        if (dragged) see(from[2] - (event.clientX - from[0]) * scale, from[3] - (event.clientY - from[1]) * scale, box[2]);
      }
    });
    window.addEventListener("pointerup", () => { from = null; });
    world.addEventListener("dragstart", (event) => event.preventDefault());
    world.addEventListener("click", (event) => { if (dragged) event.preventDefault(); }, true);
  }

  const network = document.querySelector(".network svg");
  if (network) {
    const arrows = [...network.querySelectorAll(".arrow")];
    const nodes = [...network.querySelectorAll(".node")];
    const pick = (event) => {
      const id = event.target.closest(".node")?.dataset.id;
      network.classList.toggle("picked", id !== undefined);
      const near = new Set([id]);
      for (const arrow of arrows) {
        const on = arrow.dataset.from === id || arrow.dataset.to === id;
        arrow.classList.toggle("on", on);
        if (on) near.add(arrow.dataset.from).add(arrow.dataset.to);
      }
      for (const node of nodes) node.classList.toggle("on", near.has(node.dataset.id));
    };
    network.addEventListener("pointerover", pick);
    network.addEventListener("pointerleave", pick);
    network.addEventListener("focusin", pick);
    network.addEventListener("focusout", pick);
  }
  const sql = document.getElementById("sql");
  if (sql) {
    sql.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) sql.form.requestSubmit();
    });
  }
})();
