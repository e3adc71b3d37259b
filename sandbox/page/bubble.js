// One message as an element.

import { avatar, clock, colorOf, make, sizeName } from "./dom.js";
import { fileUrl } from "./api.js";
import { icon } from "./icons.js";
import { picture, toast } from "./sheet.js";

const WAVE = [5, 9, 14, 8, 18, 12, 20, 9, 15, 22, 11, 17, 8, 13, 19, 10, 6, 12, 16, 9, 5, 8];

function service(message) {
  const topic = message.forum_topic_created;
  const edited = message.forum_topic_edited;
  const name = message.name;
  if (topic) return `${name} membuat topik “${topic.name}”`;
  if (edited) return edited.name ? `Nama topik diganti: “${edited.name}”` : "Ikon topik diganti";
  if (message.forum_topic_closed) return `${name} menutup topik`;
  if (message.forum_topic_reopened) return `${name} membuka lagi topik`;
  if (message.new_chat_members) {
    return `${message.new_chat_members.map((who) => who.first_name).join(", ")} bergabung`;
  }
  if (message.left_chat_member) return `${message.left_chat_member.first_name} keluar`;
  if (message.migrate_to_chat_id) return "Grup ini pindah ke alamat baru";
  if (message.migrate_from_chat_id) return "Grup pindah ke sini";
  if (message.service === "pinned_message") return `${name} menyematkan pesan`;
  return `${name}: pemberitahuan Telegram (${message.service})`;
}

function photo(file) {
  const image = make("img", { src: fileUrl(file.id), alt: "Foto", loading: "lazy" });
  if (file.width && file.height) {
    image.width = file.width;
    image.height = file.height;
  }
  return make("button", { type: "button", class: "photo", "aria-label": "Lihat foto",
    onclick: (event) => { event.stopPropagation(); picture(fileUrl(file.id)); } }, image);
}

function attached(shape, name, note, href) {
  const inner = [
    make("span", { class: "disc", "aria-hidden": "true" }, icon(shape)),
    make("span", { class: "label" }, name, make("small", {}, note)),
  ];
  if (!href) return make("div", { class: "attached" }, ...inner);
  return make("a", { class: "attached", href, download: name }, ...inner);
}

function voice(file) {
  const bars = WAVE.map((height) => {
    const bar = make("i");
    bar.style.height = `${height}px`;
    return bar;
  });
  const seconds = file.duration || 0;
  const time = `0:${String(seconds).padStart(2, "0")}`;
  return make("div", { class: "attached voice", "aria-label": "Pesan suara" },
    make("button", { type: "button", class: "disc", "aria-label": "Putar pesan suara",
      onclick: () => new Audio(fileUrl(file.id)).play()
        .catch(() => toast("Suara contoh ini tidak dapat diputar")) }, icon("play")),
    make("span", { class: "label" }, make("span", { class: "wave" }, ...bars),
      make("small", {}, time)));
}

function place(location) {
  const where = `${location.latitude.toFixed(4)}, ${location.longitude.toFixed(4)}`;
  return make("div", { class: "place" },
    make("span", { class: "pin", "aria-hidden": "true" }, icon("pin", 30)),
    make("span", { class: "label" }, "Lokasi", make("small", {}, where)));
}

function media(message) {
  const file = message.file;
  switch (message.kind) {
    case "photo": return photo(file);
    case "voice": return voice(file);
    case "sticker": return make("div", { class: "sticker", "aria-label": "Stiker" }, icon("smile", 84));
    case "location": return place(message.location);
    case "venue": return attached("pin", message.venue.title, message.venue.address);
    case "poll": return attached("file", message.poll.question,
      message.poll.options.map((each) => `${each.text} (${each.voter_count})`).join(" · "));
    case "dice": return make("div", { class: "sticker" }, `${message.dice.emoji} ${message.dice.value}`);
    case "contact":
      return attached("user", message.contact.first_name, message.contact.phone_number);
    case "text": return null;
    default:
      if (!file) return attached("file", "Kiriman Telegram", message.kind);
      return attached("file", file.name || "Berkas", sizeName(file.size), fileUrl(file.id));
  }
}

function keyboard(message, press) {
  if (!message.buttons.length) return null;
  const rows = message.buttons.map((row) => make("div", { class: "keys" }, ...row.map((button) => {
    const link = button.url;
    const key = make("button", { type: "button", class: "key" }, button.text,
      link ? make("span", { class: "out", "aria-label": "tautan" }, icon("out", 16)) : null);
    key.addEventListener("click", () => press(message, button, key));
    return key;
  })));
  return make("div", { class: "keyboard" }, ...rows);
}

function reactions(message) {
  const count = new Map();
  for (const emoji of Object.values(message.reactions).flat()) {
    count.set(emoji, (count.get(emoji) || 0) + 1);
  }
  if (!count.size) return null;
  return make("div", { class: "reactions" }, ...[...count].map(([emoji, times]) =>
    make("span", { class: "reaction" }, emoji, times > 1 ? ` ${times}` : null)));
}

function forwardedFrom(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  return make("div", { class: "forwarded" }, `Diteruskan dari ${origin.sender_user.first_name}`);
}

function replied(message, jump) {
  const reply = message.reply_to;
  if (!reply) return null;
  return make("button", { type: "button", class: "replied",
    onclick: (event) => { event.stopPropagation(); jump(reply.id); } },
  make("strong", {}, reply.name), make("span", {}, reply.text));
}

function portrait(message) {
  if (!message.by_bot) return avatar(message.name, message.from, "small");
  return make("span", { class: "avatar small bot", "aria-hidden": "true" }, "JHT");
}

// context: {me, group, press(message, button, key), touch(message), jump(id)}
export function bubble(message, context) {
  if (message.kind === "service") {
    return make("div", { class: "service", "data-id": message.id },
      make("span", {}, service(message)));
  }
  const mine = message.from === context.me;
  // Telegram marks what people edit, not what bots edit.
  const edited = message.edit_date && !message.by_bot;
  const meta = make("span", { class: "meta" }, edited ? "diedit " : null, clock(message.date));
  const name = context.group && !mine ? make("div", { class: "sender" }, message.name) : null;
  if (name) name.style.color = colorOf(message.from);
  const text = message.text
    ? make("div", { class: "text", html: message.html })
    : null;
  const given = reactions(message);
  const body = make("div", { class: `bubble ${message.kind}` },
    name, forwardedFrom(message), replied(message, context.jump), media(message), text,
    given ? make("div", { class: "foot" }, given, meta) : meta);
  body.addEventListener("click", (event) => {
    if (!event.target.closest("a, button, .spoiler") && !String(getSelection())) {
      context.touch(message);
    }
  });
  const keys = keyboard(message, context.press);
  const column = make("div", { class: keys ? "column keyed" : "column" }, body, keys);
  const face = context.group && !mine ? portrait(message) : null;
  return make("article", { class: mine ? "message mine" : "message", "data-id": message.id },
    face, column);
}
