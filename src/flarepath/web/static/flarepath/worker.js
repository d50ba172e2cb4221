// The pages that must come without a network, and the last rules. Everything is asked of the server first.

const CACHE = "flarepath";
const RULES = "/rules.json";
const FILES = ["style.css", "app.js", "figure.js", "timer.js", "queue.js", "gate.js", "sittings.js", "offline.js", "icon.svg", "app.webmanifest"];
const PAGES = ["/offline", "/help", "/figure"];
const SHELL = [...PAGES, ...FILES.map((name) => `/static/flarepath/${name}`)];
const PATIENCE = 8_000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin) return;
  const isPage = mode === "navigate";
  if (isPage || pathname === RULES || SHELL.includes(pathname)) event.respondWith(answer(event.request, pathname, isPage));
});

async function answer(request, pathname, isPage) {
  const cache = await caches.open(CACHE);
  try {
    const found = await inTime(fetch(request));
    if (found.ok && !found.redirected && (pathname === RULES || SHELL.includes(pathname))) await cache.put(pathname, found.clone());
    return found;
  } catch {
    const old = await cache.match(pathname);
    return old ?? (isPage ? await cache.match("/offline") : null) ?? Response.error();
  }
}

function inTime(asked) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("late")), PATIENCE));
  return Promise.race([asked, late]);
}
