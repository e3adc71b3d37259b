// Small helpers for building elements, dates and names.

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") element.className = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "html") element.innerHTML = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const CLOCK = new Intl.DateTimeFormat("id-ID", { hour: "2-digit", minute: "2-digit", hour12: false });
const DAY = new Intl.DateTimeFormat("id-ID", { day: "numeric", month: "long", year: "numeric" });

export const clock = (seconds) => CLOCK.format(new Date(seconds * 1000));

export function dayName(seconds) {
  const name = DAY.format(new Date(seconds * 1000));
  const now = Date.now();
  if (name === DAY.format(new Date(now))) return "Hari ini";
  if (name === DAY.format(new Date(now - 86400000))) return "Kemarin";
  return name;
}

export function initials(name) {
  const words = name.replace(/^(Pak|Bu|Mas|Mbak|Ibu|Bapak)\s+/i, "").split(/\s+/).filter(Boolean);
  return words.slice(0, 2).map((word) => word[0].toUpperCase()).join("") || "?";
}

const COLORS = ["#c4635a", "#b7793a", "#7f6ab3", "#4f8f5b", "#3f8fa5", "#4d7fc0", "#b4618d"];
export const colorOf = (id) => COLORS[Math.abs(Number(id)) % COLORS.length];

export function avatar(name, id, extra = "") {
  const element = make("span", { class: `avatar ${extra}`, "aria-hidden": "true" }, initials(name));
  element.style.background = colorOf(id);
  return element;
}

const KINDS = { photo: "Foto", document: "Dokumen", voice: "Pesan suara", video: "Video",
  audio: "Audio", sticker: "Stiker", location: "Lokasi", contact: "Kontak" };

// The line under a name in a list of chats.
export function lastWords(chat) {
  return chat.last || KINDS[chat.last_kind] || (chat.last_date ? "" : "Belum mulai");
}

export function sizeName(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1048576) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1048576).toFixed(1).replace(".", ",")} MB`;
}
