// Starts the page: one phone, the people who may hold it, and the staff group beside it.

import { get, listen } from "./api.js";
import { ChatView } from "./chat.js";
import { make } from "./dom.js";
import { People } from "./people.js";
import { alertBox, toast } from "./sheet.js";
import { Staff } from "./staff.js";

const phone = document.getElementById("phone-chat");
const state = document.getElementById("bot-state");
const stage = document.getElementById("stage");
const tabs = document.getElementById("tabs");
let view = null;
let bot = { name: "Bot", description: "", connected: false };
let typingTimer = 0;
let peopleTimer = 0;

const people = new People((id) => openPhone(id));
const staff = new Staff(document.getElementById("staff"), showStaff);

// What Telegram shows in a chat that has not begun.
function firstUse(chatView, isEmpty) {
  const old = chatView.list.querySelector(".welcome");
  if (!isEmpty) {
    if (old) old.remove();
    return;
  }
  const text = bot.description || "Bot belum menulis keterangan tentang dirinya.";
  const card = make("div", { class: "welcome" },
    make("strong", {}, "Apa yang dapat dilakukan bot ini?"), make("p", {}, text));
  if (old) old.replaceWith(card);
  else chatView.list.append(card);
}

function openPhone(id) {
  idle();
  view = new ChatView(phone, { chat: id, user: id, group: false, empty: firstUse });
  loadBot(id);
  view.refresh();
}

async function loadBot(id) {
  bot = await get("bot", { user: id });
  document.getElementById("bot-name").textContent = bot.name;
  idle();
  if (view && view.revision !== undefined && !view.shown.size) firstUse(view, true);
}

function idle() {
  clearTimeout(typingTimer);
  state.textContent = bot.connected ? "bot" : "bot belum tersambung";
  state.classList.remove("typing");
}

function typing(action) {
  const words = { typing: "mengetik…", upload_photo: "mengirim foto…",
    upload_document: "mengirim berkas…", record_voice: "merekam suara…" };
  state.textContent = words[action] || "mengetik…";
  state.classList.add("typing");
  clearTimeout(typingTimer);
  typingTimer = setTimeout(idle, 5000);
}

function showStaff(there) {
  tabs.hidden = !there;
  stage.classList.toggle("both", there);
  if (!there) half("phone");
}

function half(name) {
  stage.dataset.half = name;
  for (const button of tabs.children) {
    button.setAttribute("aria-pressed", String(button.dataset.half === name));
  }
}
tabs.addEventListener("click", (event) => {
  if (event.target.dataset.half) half(event.target.dataset.half);
});

function soonPeople() {
  clearTimeout(peopleTimer);
  peopleTimer = setTimeout(async () => {
    people.officers = staff.officers;
    await people.refresh();
  }, 250);
}

async function everything() {
  await staff.load();
  people.officers = staff.officers;
  await people.load();
  if (view) {
    await loadBot(people.current);
    await view.refresh();
  }
}

function toasted(event) {
  view?.answered(event.query_id);
  staff.answered(event.query_id);
  const own = view && event.user === view.options.user;
  if (!event.text || !(own || staff.officers.has(event.user))) return;
  if (event.alert) alertBox(event.text);
  else toast(event.text);
}

const HEARD = {
  chat: (event) => {
    if (view && event.chat === view.options.chat) {
      idle();
      view.refresh();
      if (!bot.connected) loadBot(view.options.user);
    }
    staff.heard(event.chat);
    soonPeople();
  },
  action: (event) => {
    if (view && event.chat === view.options.chat) typing(event.action);
    staff.typing(event.chat);
  },
  toast: toasted,
  users: soonPeople,
  groups: () => everything(),
  bot: () => { if (people.current) loadBot(people.current); },
  reset: () => location.reload(),
  again: () => location.reload(),
};

listen((event) => HEARD[event.type]?.(event));
everything().catch((error) => toast(error.message));
