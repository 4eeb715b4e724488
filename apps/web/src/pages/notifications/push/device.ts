/** Whether this browser can be told by push, and whether its member allowed it. */
export type PushState = 'unsupported' | 'blocked' | 'open'

export function pushState(): PushState {
  const isThere = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
  if (!isThere || !window.isSecureContext) return 'unsupported'
  return Notification.permission === 'denied' ? 'blocked' : 'open'
}

const browsers = [
  [/MicroMessenger\//, 'WeChat'],
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const systems = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

const firstOf = (names: readonly (readonly [RegExp, string])[], agent: string): string | undefined =>
  names.find(([sign]) => sign.test(agent))?.[1]

/** Browser and system of a device by what it calls itself; undefined where it says neither. */
export function knownDevice(agent: string): string | undefined {
  const parts = [firstOf(browsers, agent), firstOf(systems, agent)].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(' · ')
}

/** What a device is called in the list. */
export const deviceName = (agent: string): string => knownDevice(agent) ?? 'Browser'

const bytesOf = (coded: string): Uint8Array<ArrayBuffer> => {
  const text = atob(coded.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (sign) => sign.codePointAt(0) ?? 0)
}

const coded = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCodePoint(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** What this browser is subscribed with; null as long as it is not. */
export async function subscription(): Promise<PushSubscription | null> {
  if (pushState() === 'unsupported') return null
  const registration = await navigator.serviceWorker.getRegistration()
  return (await registration?.pushManager.getSubscription()) ?? null
}

export interface Subscribed {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
  readonly name: string
}

const subscribed = (made: PushSubscription): Subscribed => ({
  endpoint: made.endpoint,
  p256dh: coded(made.getKey('p256dh')),
  auth: coded(made.getKey('auth')),
  name: deviceName(navigator.userAgent),
})

/** The subscription that this browser has under the key of the server; null when it has none. */
export async function standingSubscription(publicKey: string): Promise<Subscribed | null> {
  const made = await subscription()
  return made === null || coded(made.options.applicationServerKey) !== publicKey ? null : subscribed(made)
}

/** Asks the member for leave and the browser for a subscription; null when he does not allow it. */
export async function subscribe(publicKey: string): Promise<Subscribed | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null
  const registration = await navigator.serviceWorker.register('/sw.js')
  await navigator.serviceWorker.ready
  const key = bytesOf(publicKey)
  const manager = registration.pushManager
  const made = await manager
    .subscribe({ userVisibleOnly: true, applicationServerKey: key })
    .catch(async (error: unknown) => {
      // One under another key of the server stands in the way.
      const old = await manager.getSubscription()
      if (old === null) throw error
      await old.unsubscribe()
      return manager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
    })
  return subscribed(made)
}

/** The browser takes no messages any more, whoever has its address. */
export async function unsubscribe(): Promise<void> {
  await (await subscription())?.unsubscribe()
}
