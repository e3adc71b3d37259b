// Where a person types: text, menu of commands, attachments, reply keyboard.

import { asBase64, get } from "./api.js";
import { make } from "./dom.js";
import { icon } from "./icons.js";
import { sheet, toast } from "./sheet.js";

const PLACES = [
  ["Bandung", -6.9175, 107.6191],
  ["Bekasi", -6.2349, 106.9896],
  ["Surabaya", -7.2575, 112.7521],
  ["Makassar", -5.1477, 119.4327],
  ["Jayapura", -2.5337, 140.7181],
];
const PHOTO_LIMIT = 10 * 1024 * 1024;

export class Composer {
  constructor(view) {
    this.view = view;
    this.replying = null;
    this.menu = make("button", { type: "button", class: "round menu", "aria-label": "Menu perintah",
      onclick: () => this.showMenu() }, make("span", { class: "lines", "aria-hidden": "true" }));
    this.clip = make("button", { type: "button", class: "round clip", "aria-label": "Lampirkan",
      onclick: () => this.attach() }, icon("plus"));
    this.input = make("textarea", { rows: "1", placeholder: "Tulis pesan", "aria-label": "Tulis pesan",
      maxlength: "4096", enterkeyhint: "send" });
    this.go = make("button", { type: "submit", class: "round send", "aria-label": "Kirim" },
      make("span", { class: "plane", "aria-hidden": "true" }));
    this.file = make("input", { type: "file", hidden: true, tabindex: "-1" });
    this.file.addEventListener("change", () => this.sendFile());
    this.quote = make("div", { class: "quote", hidden: true });
    this.keys = make("div", { class: "reply-keys", hidden: true });
    this.line = make("form", { class: "line", onsubmit: (event) => this.submit(event) },
      view.options.group ? null : this.menu, this.input, this.clip, this.go, this.file);
    this.start = make("button", { type: "button", class: "start", hidden: true,
      onclick: () => view.say("/start") });
    this.root = make("div", { class: "composer" }, this.quote, this.line, this.keys, this.start);
    this.input.addEventListener("input", () => this.grow());
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.submit(event);
    });
  }

  // First use and a blocked bot have one big button instead of a text field.
  update(chat) {
    const closed = !this.view.options.group && (!chat.started || chat.blocked);
    this.start.hidden = !closed;
    this.line.hidden = closed;
    this.start.textContent = chat.blocked ? "AKTIFKAN LAGI" : "MULAI";
    this.showKeys(closed ? null : chat.keyboard);
  }

  showKeys(keyboard) {
    this.keys.hidden = !keyboard;
    if (!keyboard) return;
    const rows = keyboard.keyboard.map((row) => make("div", { class: "keys" }, ...row.map((key) =>
      make("button", { type: "button", class: "key", onclick: () => this.pressKey(key) }, key.text))));
    this.keys.replaceChildren(...rows);
  }

  pressKey(key) {
    if (key.request_location) this.choosePlace();
    else if (key.request_contact) this.view.send("contact");
    else this.view.say(key.text);
  }

  grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 132)}px`;
  }

  replyTo(message) {
    this.replying = message;
    this.quote.hidden = false;
    this.quote.replaceChildren(
      make("span", {}, make("strong", {}, message.name), ` ${message.text.slice(0, 80)}`),
      make("button", { type: "button", "aria-label": "Batal membalas",
        onclick: () => this.clearReply() }, icon("close", 20)));
    this.input.focus();
  }

  clearReply() {
    this.replying = null;
    this.quote.hidden = true;
  }

  extra() {
    const extra = this.replying ? { reply_to: this.replying.id } : {};
    this.clearReply();
    return extra;
  }

  submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text) return;
    this.input.value = "";
    this.grow();
    this.view.say(text, this.extra());
  }

  async showMenu() {
    const { chat, user } = this.view.options;
    const bot = await get("bot", { chat, user });
    if (!bot.commands.length) {
      toast("Bot belum memasang menu perintah");
      return;
    }
    sheet("Menu", bot.commands.map((each) => ({
      icon: "slash",
      text: each.description,
      note: `/${each.command}`,
      act: () => this.view.say(`/${each.command}`),
    })));
  }

  attach() {
    sheet("Kirim", [
      { icon: "image", text: "Foto dari komputer ini", act: () => this.choose("photo", "image/*") },
      { icon: "camera", text: "Foto contoh", act: () => this.view.send("photo", this.extra()) },
      { icon: "file", text: "Dokumen", act: () => this.choose("document", "") },
      { icon: "mic", text: "Pesan suara contoh",
        act: () => this.view.send("voice", { duration: 4, ...this.extra() }) },
      { icon: "pin", text: "Lokasi", act: () => this.choosePlace() },
      { icon: "smile", text: "Stiker", act: () => this.view.send("sticker", this.extra()) },
    ]);
  }

  choose(kind, accept) {
    this.kind = kind;
    this.file.accept = accept;
    this.file.value = "";
    this.file.click();
  }

  async sendFile() {
    const file = this.file.files[0];
    if (!file) return;
    if (this.kind === "photo" && file.size > PHOTO_LIMIT) {
      toast("Foto terlalu besar, paling besar 10 MB");
      return;
    }
    const data = await asBase64(file);
    const mime = file.type || "application/octet-stream";
    await this.view.send(this.kind, { data, file_name: file.name, mime, ...this.extra() });
  }

  choosePlace() {
    sheet("Kirim lokasi", PLACES.map(([name, latitude, longitude]) => ({
      icon: "pin",
      text: name,
      act: () => this.view.send("location", { latitude, longitude, ...this.extra() }),
    })));
  }
}
