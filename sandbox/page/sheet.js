// Sheets from below, dialogs, toasts and the big picture: everything on top of the page.

import { make } from "./dom.js";
import { icon } from "./icons.js";

const layer = document.getElementById("layer");
const toastBox = document.getElementById("toast");
let toastTimer = 0;
let before = null;

export function close() {
  layer.hidden = true;
  layer.replaceChildren();
  if (before && before.isConnected) before.focus();
  before = null;
}

layer.addEventListener("click", (event) => { if (event.target === layer) close(); });
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !layer.hidden) close();
});

function open(box) {
  before = before || document.activeElement;
  layer.replaceChildren(box);
  layer.hidden = false;
  const first = box.querySelector("input, button");
  if (first) first.focus();
}

// items: [{icon, text, note, act}] or an element that is put in as it is.
export function sheet(title, items) {
  const rows = items.filter(Boolean).map((item) => {
    if (item instanceof HTMLElement) return item;
    const act = () => { close(); item.act(); };
    return make(
      "button",
      { type: "button", class: "row", onclick: act },
      item.mark || make("span", { class: "icon", "aria-hidden": "true" }, item.icon ? icon(item.icon) : ""),
      make("span", { class: "label" }, item.text, item.note ? make("small", {}, item.note) : null),
    );
  });
  const shut = make("button", { type: "button", class: "row quiet", onclick: close }, "Tutup");
  const heading = title ? make("h2", {}, title) : null;
  open(make("div", { class: "sheet", role: "dialog", "aria-label": title || "Pilihan" },
    heading, ...rows, shut));
}

export function ask(title, placeholder, value, act, most = 64) {
  const input = make("input", { type: "text", placeholder, "aria-label": title, maxlength: most });
  input.value = value;
  const done = (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) return;
    close();
    act(text);
  };
  open(make("form", { class: "dialog", onsubmit: done },
    make("h2", {}, title), input,
    make("div", { class: "choices" },
      make("button", { type: "button", class: "quiet", onclick: close }, "Batal"),
      make("button", { type: "submit", class: "strong" }, "Simpan"))));
}

export function alertBox(text) {
  open(make("div", { class: "dialog", role: "alertdialog" },
    make("p", {}, text),
    make("div", { class: "choices" },
      make("button", { type: "button", class: "strong", onclick: close }, "Baik"))));
}

export function toast(text) {
  toastBox.textContent = text;
  toastBox.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { toastBox.hidden = true; }, 3500);
}

export function picture(url) {
  const image = make("img", { src: url, alt: "Foto", class: "big" });
  open(make("button", { type: "button", class: "viewer", "aria-label": "Tutup foto",
    onclick: close }, image));
}
