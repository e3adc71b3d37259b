// Participants: who holds the phone.

import { get, post } from "./api.js";
import { avatar, lastWords, make } from "./dom.js";
import { ask, sheet, toast } from "./sheet.js";

const FIRST = ["Pak Slamet", "Bu Rina", "Mas Dedi"];
const NAMES = ["Bu Yanti", "Pak Joko", "Mbak Sari", "Pak Made", "Bu Ratna", "Mas Bagus"];

export class People {
  constructor(choose) {
    this.choose = choose;
    this.users = [];
    this.officers = new Set();
    this.seen = new Map();
    this.current = null;
    this.list = document.getElementById("people-list");
    document.getElementById("people-add").addEventListener("click", () => this.add());
    document.getElementById("person").addEventListener("click", () => this.offer());
  }

  get participants() {
    return this.users.filter((user) => !this.officers.has(user.id));
  }

  async load() {
    this.users = await get("users");
    // Somebody must hold the phone; officers hold none.
    if (!this.participants.length) {
      for (const name of FIRST) await post("users", { first_name: name });
      this.users = await get("users");
    }
    const wanted = Number(new URLSearchParams(location.hash.slice(1)).get("peserta"));
    const kept = this.participants.find((user) => user.id === (this.current || wanted));
    this.pick((kept || this.participants[0])?.id);
  }

  // Only what the list shows of others: who has something new.
  async refresh() {
    this.users = await get("users");
    if (this.current === null) this.pick(this.participants[0]?.id);
    else this.draw();
  }

  pick(id) {
    if (id === undefined) {
      this.current = null;
      this.draw();
      return;
    }
    const changed = id !== this.current;
    this.current = id;
    history.replaceState(null, "", `#peserta=${id}`);
    this.draw();
    if (changed) this.choose(id);
  }

  name(id) { return this.users.find((user) => user.id === id)?.name || ""; }

  unread(user) {
    const seen = this.seen.get(user.id) ?? 0;
    if (user.id === this.current) {
      this.seen.set(user.id, user.chat.bot_revision);
      return false;
    }
    return user.chat.bot_revision > seen;
  }

  draw() {
    this.list.replaceChildren(...this.participants.map((user) => make("li", {}, make("button",
      { type: "button", class: "row", "aria-pressed": String(user.id === this.current),
        onclick: () => this.pick(user.id) },
      avatar(user.name, user.id),
      make("span", { class: "label" }, user.name,
        make("small", {}, lastWords(user.chat))),
      this.unread(user) ? make("span", { class: "dot", "aria-label": "pesan baru" }) : null))));
    const button = document.getElementById("person");
    const name = this.current ? this.name(this.current) : "Peserta";
    button.replaceChildren(avatar(name, this.current || 0, "small"),
      make("span", { class: "name" }, name));
  }

  // The same list on a narrow screen.
  offer() {
    sheet("Siapa yang memegang HP?", [
      ...this.participants.map((user) => ({
        mark: avatar(user.name, user.id, "small"),
        text: user.name,
        note: lastWords(user.chat),
        act: () => this.pick(user.id),
      })),
      { icon: "plus", text: "Peserta baru", act: () => this.add() },
      this.current ? { icon: "power", text: "Blokir / aktifkan bot", act: () => this.block() } : null,
    ]);
  }

  add() {
    const free = NAMES.find((name) => !this.users.some((user) => user.name === name)) || "";
    ask("Nama peserta baru", "Contoh: Bu Yanti", free, async (name) => {
      try {
        const user = await post("users", { first_name: name });
        await this.refresh();
        this.pick(user.id);
      } catch (error) { toast(error.message); }
    });
  }

  async block() {
    const user = this.users.find((each) => each.id === this.current);
    await post("block", { user: user.id, blocked: !user.chat.blocked });
    toast(user.chat.blocked ? "Bot diaktifkan lagi" : "Bot diblokir");
  }
}
