// The staff group: topics, one of them open, spoken in as one of several officers.

import { get } from "./api.js";
import { ChatView } from "./chat.js";
import { avatar, clock, make } from "./dom.js";
import { icon } from "./icons.js";
import { sheet, toast } from "./sheet.js";

const WAIT = 200;

export class Staff {
  // show(there): called when a group appears or is gone.
  constructor(root, show) {
    this.root = root;
    this.show = show;
    this.group = null;
    this.members = [];
    this.officer = null;
    this.thread = null;
    this.view = null;
    this.timer = 0;
    this.officers = new Set();
  }

  async load() {
    const chats = await get("chats");
    const groups = chats.filter((chat) => chat.kind !== "private" && !chat.migrated_to);
    this.groups = groups;
    this.group = groups.find((chat) => chat.id === this.group?.id) || groups[0] || null;
    this.officers = new Set();
    for (const group of groups) {
      const members = await get("members", { chat: group.id });
      const people = members.filter((each) => !each.user.is_bot);
      for (const each of people) this.officers.add(each.user.id);
      if (group.id === this.group.id) this.members = people;
    }
    this.root.hidden = !this.group;
    this.show(Boolean(this.group));
    if (!this.group) return;
    const there = this.members.filter((each) => !["left", "kicked"].includes(each.status));
    this.members = there;
    const kept = there.find((each) => each.user.id === this.officer);
    this.officer = (kept || there[0])?.user.id || null;
    await this.draw();
  }

  officerName() {
    const found = this.members.find((each) => each.user.id === this.officer);
    return found ? `${found.user.first_name} ${found.user.last_name || ""}`.trim() : "Petugas";
  }

  async draw() {
    if (this.thread === null) return this.drawTopics();
    return this.openTopic(this.thread);
  }

  bar(back, title, note) {
    const officer = make("button", { type: "button", class: "person", "aria-label": "Ganti petugas",
      onclick: () => this.choose() },
    avatar(this.officerName(), this.officer || 0, "small"),
    make("span", { class: "name" }, this.officerName()));
    return make("header", { class: "bar" }, back,
      make("div", { class: "who" }, make("strong", {}, title),
        make("span", { class: "state" }, note)), officer);
  }

  choose() {
    const others = this.groups.filter((group) => group.id !== this.group.id);
    sheet("Bicara sebagai", [
      ...this.members.map((each) => ({
        mark: avatar(each.user.first_name, each.user.id, "small"),
        text: each.user.first_name,
        note: each.status === "member" ? "anggota" : "admin",
        act: () => { this.officer = each.user.id; this.draw(); },
      })),
      ...others.map((group) => ({
        icon: "swap", text: group.title, note: "pindah grup",
        act: () => { this.group = group; this.thread = null; this.load(); },
      })),
    ]);
  }

  async drawTopics() {
    this.view = null;
    const topics = (await get("topics", { chat: this.group.id })).filter((each) => !each.deleted);
    if (this.thread !== null) return;
    topics.sort((a, b) => b.last_id - a.last_id);
    const rows = topics.map((topic) => this.row(topic));
    const general = { id: 0, name: "Umum", last: "Pesan di luar topik", icon_color: 0x8a97a5 };
    const count = `${topics.length} topik`;
    this.root.replaceChildren(
      this.bar(make("span", { class: "avatar group", "aria-hidden": "true" }, icon("users")),
        this.group.title, count),
      make("ul", { class: "topics" }, this.row(general), ...rows));
  }

  row(topic) {
    const color = `#${topic.icon_color.toString(16).padStart(6, "0")}`;
    const icon = make("span", { class: "topic-icon", "aria-hidden": "true" },
      topic.id ? [...topic.name.replace(/^[^\p{L}\p{N}]+/u, "")][0]?.toUpperCase() || "#" : "#");
    icon.style.background = color;
    const when = topic.last_date ? clock(topic.last_date) : "";
    return make("li", {}, make("button", { type: "button", class: "row",
      onclick: () => this.openTopic(topic.id, topic) }, icon,
    make("span", { class: "label" }, topic.name, make("small", {}, topic.last || "")),
    make("span", { class: "when" }, topic.closed ? icon("lock", 16) : "", when)));
  }

  async openTopic(id, known) {
    this.thread = id;
    const all = known ? [known] : await get("topics", { chat: this.group.id });
    const topic = all.find((each) => each.id === id) || { id: 0, name: "Umum" };
    if (topic.deleted) {
      toast("Topik ini sudah dihapus");
      this.thread = null;
      return this.drawTopics();
    }
    const back = make("button", { type: "button", class: "round back",
      "aria-label": "Kembali ke daftar topik",
      onclick: () => { this.thread = null; this.drawTopics(); } }, icon("back"));
    const note = topic.closed ? "ditutup" : this.group.title;
    const chat = make("div", { class: "chat" });
    this.root.replaceChildren(this.bar(back, topic.name, note), chat);
    this.view = new ChatView(chat, {
      chat: this.group.id, user: this.officer, thread: id, group: true,
    });
    return this.view.refresh();
  }

  heard(chat) {
    if (!this.group || chat !== this.group.id) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.update(), this.view ? 0 : WAIT);
  }

  async update() {
    if (this.view === null) return this.drawTopics();
    await this.view.refresh();
    const topics = await get("topics", { chat: this.group.id });
    const topic = topics.find((each) => each.id === this.thread);
    if (topic?.deleted) return this.openTopic(this.thread);
    const title = this.root.querySelector(".who strong");
    if (topic && title) title.textContent = topic.name;
    return undefined;
  }

  typing(chat) {
    if (!this.group || chat !== this.group.id) return;
    const state = this.root.querySelector(".state");
    if (!state) return;
    const before = state.dataset.idle || state.textContent;
    state.dataset.idle = before;
    state.textContent = "bot mengetik…";
    setTimeout(() => { state.textContent = before; }, 5000);
  }

  answered(queryId) { this.view?.answered(queryId); }
}
