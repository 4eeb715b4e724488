let last = 0
let count = 0

/** An id for something that is undone as one (UUIDv7): ids come in the order in which they were made. */
export function newChangeSet(now: number = Date.now()): string {
  count = now > last ? 0 : count + 1
  last = Math.max(last, now)
  const time = last.toString(16).padStart(12, '0')
  const order = (count % 0x1000).toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${crypto.randomUUID().slice(19)}`
}
