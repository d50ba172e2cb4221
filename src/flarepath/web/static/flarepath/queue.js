// What was written down on this phone and is not yet on the server. It leaves the phone only when the server has it.

const BASE = "flarepath";
const STORE = "kept";
const SEND_SECONDS = 20;

function inStore(mode, work) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(BASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: "id" });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const base = opening.result;
      const acting = base.transaction(STORE, mode, { durability: "strict" });
      const asked = work(acting.objectStore(STORE));
      acting.oncomplete = () => resolve(asked.result) ?? base.close();
      acting.onabort = () => reject(acting.error) ?? base.close();
    };
  });
}

const put = (item) => inStore("readwrite", (store) => store.put(item));
const remove = (id) => inStore("readwrite", (store) => store.delete(id));

// What is kept for a person, the oldest first.
export async function kept(person) {
  const items = await inStore("readonly", (store) => store.getAll());
  return items.filter((item) => item.person === person).sort((one, other) => (one.id < other.id ? -1 : 1));
}

// What the server last told this phone: the person, a token for forms, the rules of the danger questions.
export async function told() {
  try {
    const response = await fetch("/rules.json");
    return response.ok && !response.redirected ? await response.json() : null;
  } catch {
    return null;
  }
}

// Keep a form on this phone, then try to send all; the next page's address, or null where it must wait.
export async function hand(form, submitter, person) {
  const fields = [...new FormData(form, submitter)].filter(([, value]) => typeof value === "string");
  const item = { id: uuid7(Date.now()), at: new Date().toISOString(), person, path: new URL(form.action).pathname, fields };
  await put(item);
  const token = form.elements.csrfmiddlewaretoken?.value;
  const before = (await kept(person)).filter((one) => one.id !== item.id);
  const next = token && !(before.length && (await sendAll()) > 0) ? await send(item, token) : null;
  if (next === null) sessionStorage.setItem(item.path, JSON.stringify(fields));
  return next;
}

// The fields of the last form of a page that had to wait, in this tab.
export const last = (path) => Object.fromEntries(JSON.parse(sessionStorage.getItem(path) ?? "[]"));

// Send what is kept, in its order; how much must still wait.
export async function sendAll() {
  const known = await told();
  if (!known) return 0;
  const items = await kept(known.person);
  for (const [place, item] of items.entries()) {
    if ((await send(item, known.token)) === null) return items.length - place;
  }
  return 0;
}

async function send(item, token) {
  const body = new URLSearchParams([...item.fields, ["made_id", item.id], ["made_at", item.at], ["made_for", item.person]]);
  const headers = { "X-CSRFToken": token, "X-Kept": "1" };
  try {
    const response = await fetch(item.path, { method: "POST", headers, body, signal: AbortSignal.timeout(SEND_SECONDS * 1000) });
    if (!response.ok || !response.headers.get("Content-Type").startsWith("application/json")) return null;
    const { next } = await response.json();
    await remove(item.id);
    return next;
  } catch {
    return null;
  }
}

// An id that sorts by the time it was made (RFC 9562, version 7).
function uuid7(milliseconds) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let place = 0; place < 6; place += 1) bytes[place] = Math.floor(milliseconds / 2 ** (8 * (5 - place))) % 256;
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
