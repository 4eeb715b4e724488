const storageKey = 'pipewright.device'

function fresh(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

/** A random name of this browser, by which a page that takes one answer knows it again. */
export function deviceName(storage: Storage | undefined): string {
  try {
    const known = storage?.getItem(storageKey)
    if (known !== null && known !== undefined && /^[\w-]{22,64}$/.test(known)) return known
    const made = fresh()
    storage?.setItem(storageKey, made)
    return made
  } catch {
    // A browser that keeps nothing is a new one each time.
    return fresh()
  }
}
