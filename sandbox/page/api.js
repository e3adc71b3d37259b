// Talks to the control side of the sandbox.

async function read(response) {
  const found = await response.json();
  if (!response.ok) throw new Error(found.error || `HTTP ${response.status}`);
  return found;
}

export async function get(path, query = {}) {
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const text = new URLSearchParams(asked).toString();
  return read(await fetch(`/sim/${path}${text ? `?${text}` : ""}`));
}

export async function post(path, body = {}) {
  return read(
    await fetch(`/sim/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
}

export const fileUrl = (id) => `/sim/files/${encodeURIComponent(id)}`;

// Calls `heard(event)` for every change; `heard({type: "again"})` after a lost connection.
export function listen(heard) {
  const source = new EventSource("/sim/events");
  let lost = false;
  source.onmessage = (message) => heard(JSON.parse(message.data));
  source.onerror = () => { lost = true; };
  source.onopen = () => {
    if (lost) heard({ type: "again" });
    lost = false;
  };
}

export async function asBase64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}
