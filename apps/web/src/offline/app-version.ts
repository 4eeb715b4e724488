import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let waiting: ServiceWorker | null = null
let isTaking = false
let isStarted = false

/** So long after the page the app is laid by, so that nothing on the screen waits for it. */
const calm = 3000
/** A page that stays open looks this often whether there is a new version. */
const lookEvery = 30 * 60_000

function say(next: ServiceWorker | null): void {
  waiting = next
  for (const listener of listeners) listener()
}

function follow(registration: ServiceWorkerRegistration): void {
  const { serviceWorker } = navigator
  // The first version ever is no new one.
  const look = () => {
    if (registration.waiting !== null && serviceWorker.controller !== null) say(registration.waiting)
  }
  look()
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', look),
  )
  const ask = () => void registration.update().catch(() => undefined)
  setInterval(ask, lookEvery)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') ask()
  })
}

/** Lays the app by in this browser, so that it opens without the server. */
export function keepApp(): void {
  if (isStarted || !('serviceWorker' in navigator)) return
  isStarted = true
  const { serviceWorker } = navigator
  serviceWorker.addEventListener('controllerchange', () => {
    if (isTaking) window.location.reload()
  })
  setTimeout(() => {
    // Without room or leave, and while it is being developed, the app works all the same with the server.
    serviceWorker
      .register('/sw.js')
      .then(follow)
      .catch(() => undefined)
  }, calm)
}

/** Whether a new version lies ready. */
export function useNewVersion(): boolean {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    () => waiting !== null,
  )
}

/** Opens the new version; what is typed in a form is kept by the form as the page goes. */
export function takeNewVersion(): void {
  isTaking = true
  waiting?.postMessage('take over')
}

export const leaveOldVersion = (): void => say(null)
