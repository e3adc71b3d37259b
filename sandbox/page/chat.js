// A chat on the screen: messages, what is being typed, buttons; kept in step with the server.

import { get, post } from "./api.js";
import { bubble } from "./bubble.js";
import { Composer } from "./composer.js";
import { dayName, make } from "./dom.js";
import { ask, sheet, toast } from "./sheet.js";

const REACTIONS = ["👍", "🙏", "❤", "👌", "🎉", "😢"];

export class ChatView {
  // options: {chat, user, thread (number, 0 for the general topic), group, empty(view)}
  constructor(root, options) {
    this.root = root;
    this.options = options;
    this.revision = 0;
    this.shown = new Map();
    this.waiting = new Map();
    this.done = new Set();
    this.loading = null;
    this.again = false;
    this.list = make("div", { class: "messages", role: "log", "aria-label": "Percakapan" });
    this.scroller = make("div", { class: "scroller" }, this.list);
    this.composer = new Composer(this);
    root.replaceChildren(this.scroller, this.composer.root);
    this.list.addEventListener("click", (event) => {
      const command = event.target.closest("a.command");
      if (!command) return;
      event.preventDefault();
      this.say(command.textContent);
    });
    this.atEnd = true;
    this.scroller.addEventListener("scroll", () => { this.atEnd = this.distance() < 120; });
    new ResizeObserver(() => { if (this.atEnd) this.toEnd(); }).observe(this.scroller);
  }

  // What the server needs to know where this person speaks.
  get where() {
    const { chat, user, thread } = this.options;
    return thread ? { chat, user, thread } : { chat, user };
  }

  fail(error) { toast(error.message); }

  // Bring the screen up to date; calls while one is under way make one more.
  async refresh() {
    if (this.loading) {
      this.again = true;
      return this.loading;
    }
    this.loading = this.load().catch((error) => this.fail(error));
    await this.loading;
    this.loading = null;
    if (this.again) {
      this.again = false;
      return this.refresh();
    }
    return undefined;
  }

  async load() {
    const first = this.revision === 0;
    const query = { chat: this.options.chat };
    if (this.options.group) query.thread = this.options.thread || 0;
    if (!first) query.since = this.revision;
    const found = await get("messages", query);
    this.revision = found.chat.revision;
    this.chat = found.chat;
    const low = this.distance();
    let fresh = false;
    for (const message of found.messages) {
      if (this.put(message)) fresh = true;
    }
    this.separate();
    this.composer.update(found.chat);
    if (this.options.update) this.options.update(this, found.chat);
    if (first || fresh || low < 120) this.toEnd();
  }

  // Put, replace or take away one message. True when it is a new one.
  put(message) {
    const old = this.shown.get(message.id);
    if (message.deleted) {
      if (old) old.element.remove();
      this.shown.delete(message.id);
      return false;
    }
    const element = bubble(message, {
      me: this.options.user,
      group: this.options.group,
      press: (from, button, key) => this.press(from, button, key),
      touch: (from) => this.touch(from),
      jump: (id) => this.jump(id),
    });
    element.dataset.date = message.date;
    this.shown.set(message.id, { message, element });
    if (old) old.element.replaceWith(element);
    else this.list.append(element);
    return !old;
  }

  separate() {
    for (const line of this.list.querySelectorAll(".day")) line.remove();
    let last = "";
    for (const { message, element } of this.shown.values()) {
      const name = dayName(message.date);
      if (name !== last) element.before(make("div", { class: "day" }, make("span", {}, name)));
      last = name;
    }
    if (this.options.empty) this.options.empty(this, this.shown.size === 0);
  }

  distance() {
    return this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight;
  }

  toEnd() {
    requestAnimationFrame(() => { this.scroller.scrollTop = this.scroller.scrollHeight; });
  }

  jump(id) {
    const found = this.shown.get(id);
    if (!found) return;
    found.element.scrollIntoView({ block: "center" });
    found.element.classList.add("flash");
    setTimeout(() => found.element.classList.remove("flash"), 1200);
  }

  async say(text, extra = {}) {
    try {
      await post("say", { ...this.where, text, ...extra });
    } catch (error) { this.fail(error); }
  }

  async send(kind, extra = {}) {
    try {
      await post("send", { ...this.where, kind, ...extra });
    } catch (error) { this.fail(error); }
  }

  async press(message, button, key) {
    if (button.url) {
      open(button.url, "_blank", "noopener");
      return;
    }
    if (button.callback_data === undefined) return;
    key.classList.add("busy");
    try {
      const tapped = await post("tap", {
        ...this.where, data: button.callback_data, message_id: message.id,
      });
      if (this.done.delete(tapped.query_id)) key.classList.remove("busy");
      else this.waiting.set(tapped.query_id, key);
    } catch (error) {
      key.classList.remove("busy");
      this.fail(error);
    }
  }

  answered(queryId) {
    const key = this.waiting.get(queryId);
    if (!key) {
      this.done.add(queryId); // the answer was quicker than the reply to our own request
      return;
    }
    key.classList.remove("busy");
    this.waiting.delete(queryId);
  }

  // The menu behind a message, as a long press shows it on a phone.
  touch(message) {
    const mine = message.from === this.options.user;
    const current = (message.reactions[String(this.options.user)] || [])[0];
    const row = make("div", { class: "emoji-row" }, ...REACTIONS.map((emoji) => make("button",
      { type: "button", "aria-label": `Reaksi ${emoji}`, "aria-pressed": String(emoji === current),
        onclick: () => this.react(message, emoji === current ? "" : emoji) }, emoji)));
    sheet("", [
      row,
      { icon: "reply", text: "Balas", act: () => this.composer.replyTo(message) },
      mine && message.text ? { icon: "edit", text: "Edit", act: () => this.change(message) } : null,
      message.text ? { icon: "copy", text: "Salin teks", act: () => this.copy(message) } : null,
      mine || !this.options.group
        ? { icon: "trash", text: "Hapus", act: () => this.remove(message) } : null,
    ]);
  }

  async react(message, emoji) {
    document.getElementById("layer").click();
    try {
      await post("react", { ...this.where, message_id: message.id, emoji });
    } catch (error) { this.fail(error); }
  }

  change(message) {
    ask("Edit pesan", "Pesan", message.text, async (text) => {
      try {
        await post("edit", { ...this.where, message_id: message.id, text });
      } catch (error) { this.fail(error); }
    }, 4096);
  }

  async copy(message) {
    try {
      await navigator.clipboard.writeText(message.text);
      toast("Teks disalin");
    } catch { toast("Teks tidak dapat disalin"); }
  }

  async remove(message) {
    try {
      await post("delete", { ...this.where, message_id: message.id });
    } catch (error) { this.fail(error); }
  }
}

