/** Put in by the build: the version of the app and its files, each with the hash of its content in its name. */
declare const __SHELL__: { readonly version: string; readonly files: readonly string[] }

/** The part of a service worker that is used here; its types and those of a page cannot be had at once. */
interface ShellWorker {
  readonly location: Location
  readonly clients: {
    claim(): Promise<void>
    matchAll(which: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly OpenPage[]>
    openWindow(url: string): Promise<unknown>
  }
  readonly registration: { showNotification(title: string, how: object): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(kind: 'install' | 'activate', act: (event: Waiting) => void): void
  addEventListener(kind: 'message', act: (event: MessageEvent<unknown>) => void): void
  addEventListener(kind: 'fetch', act: (event: Asked) => void): void
  addEventListener(kind: 'push', act: (event: Pushed) => void): void
  addEventListener(kind: 'notificationclick', act: (event: Clicked) => void): void
}
interface OpenPage {
  readonly url: string
  focus(): Promise<unknown>
}
interface Waiting {
  waitUntil(done: Promise<unknown>): void
}
interface Pushed extends Waiting {
  readonly data: { json(): unknown } | null
}
interface Clicked extends Waiting {
  readonly notification: { readonly data: unknown; close(): void }
}
interface Asked extends Waiting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

const worker = self as unknown as ShellWorker
const { version, files } = __SHELL__
const prefix = 'pipewright-shell-'
const cacheName = `${prefix}${version}`
/** The app as it was before stays: a page that is still open loads the rest of its code from there. */
const kept = 2
const atOnce = 4

/** Pages of the app. Forms of strangers, invitations and everything under /api never come by here. */
const ofApp = /^\/(?:$|w\/|start$|sign-in$)/

/** Lays one file by; a file of the same content is taken from the version before. */
async function layBy(cache: Cache, file: string): Promise<void> {
  const isHashed = file.startsWith('/assets/')
  const known = isHashed ? await caches.match(file) : undefined
  const answer = known ?? (await fetch(file, { cache: isHashed ? 'default' : 'no-cache' }))
  if (!answer.ok || answer.redirected) throw new Error(`${file} is not there (${answer.status}).`)
  await cache.put(file, answer)
}

async function layByAll(): Promise<void> {
  const cache = await caches.open(cacheName)
  const waiting = [...files]
  const work = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await layBy(cache, file)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

async function forgetOlder(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName)
  await Promise.all(names.slice(0, Math.max(0, names.length - kept + 1)).map((name) => caches.delete(name)))
  await worker.clients.claim()
}

async function fromShell(file: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  return (await cache.match(file)) ?? fetch(request)
}

/** Code and styles never change under their name; what was not laid by is kept once it was used. */
async function asset(request: Request): Promise<Response> {
  const known = await caches.match(request)
  if (known !== undefined) return known
  const answer = await fetch(request)
  if (answer.ok && answer.type === 'basic') {
    const cache = await caches.open(cacheName)
    await cache.put(request, answer.clone())
  }
  return answer
}

/** Shows what the server tells; browsers want something shown for each push. */
async function show(data: Pushed['data']): Promise<void> {
  const told = (data?.json() ?? {}) as { title?: string; body?: string; url?: string; tag?: string }
  const { title = 'Pipewright', body = '', url = '/', tag = '' } = told
  await worker.registration.showNotification(title, { body, tag, data: url, icon: '/icons/app-192.png' })
}

/** Goes to the page that is open there, or opens one: a page where somebody types is left alone. */
async function openPlace(place: unknown): Promise<void> {
  const path = typeof place === 'string' && /^\/w\/[^/\\]/.test(place) ? place : '/'
  const { href } = new URL(path, worker.location.origin)
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const open = pages.find(({ url }) => url === href)
  await (open === undefined ? worker.clients.openWindow(href) : open.focus())
}

worker.addEventListener('push', (event) => event.waitUntil(show(event.data)))
worker.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openPlace(event.notification.data))
})
worker.addEventListener('install', (event) => event.waitUntil(layByAll()))
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder()))
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting()
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate') {
    if (ofApp.test(pathname)) event.respondWith(fromShell('/', request))
  } else if (pathname.startsWith('/assets/')) event.respondWith(asset(request))
  else if (pathname === '/icon.svg') event.respondWith(fromShell(pathname, request))
})
