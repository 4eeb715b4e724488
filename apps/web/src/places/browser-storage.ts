function untilLeft(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (position) => [...kept.keys()][position] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  }
}

/** Exported for its test. */
export function openStorage(ask: () => Storage): Storage {
  try {
    return ask()
  } catch {
    return untilLeft()
  }
}

/**
 * What this browser keeps. Inside the page of another website many browsers keep nothing, and refuse even to be asked: there
 * it is kept until the page is left, so that an embedded form works all the same.
 */
export const browserStorage: Storage = openStorage(() => window.localStorage)
