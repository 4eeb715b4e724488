/** Of all tabs that ask to lead, one does; when it goes, another one takes its turn. */
export interface Leading {
  /** Leads no longer, or no longer waits for it. */
  stop(): void
  /** Takes the lead of a tab that does not answer. */
  takeOver(): void
}

/** Begins to lead; what it answers ends that. */
export type Lead = () => () => void

/** By a lock of the browser, which goes with its tab. */
export function leadByLock(name: string, lead: Lead): Leading {
  let waiting = new AbortController()
  let stopped = false
  let release = () => undefined as void

  function ask(options: LockOptions): void {
    let end = () => undefined as void
    const held = () =>
      new Promise<void>((resolve) => {
        if (stopped) return resolve()
        end = lead()
        release = resolve
      })
    void navigator.locks
      .request(name, options, held)
      // Taken over by another tab; this one waits for its turn again. Or it does not wait any more.
      .catch(() => !stopped && options.signal?.aborted !== true && wait())
      .finally(() => end())
  }

  function wait(): void {
    waiting = new AbortController()
    ask({ signal: waiting.signal })
  }

  wait()
  return {
    stop() {
      stopped = true
      waiting.abort()
      release()
    },
    takeOver() {
      waiting.abort()
      ask({ steal: true })
    },
  }
}

const leaseMs = 5000
const lookMs = 1500

/**
 * For pages without encryption, which have no locks: the leader writes down until when it leads, again and again. Two
 * may lead for a moment, and then hear everything twice.
 */
export function leadByLease(name: string, lead: Lead): Leading {
  const key = `pipewright.lead.${name}`
  const id = crypto.getRandomValues(new Uint32Array(2)).join('-')
  let end: (() => void) | null = null
  const holder = () => {
    const [by, until] = (localStorage.getItem(key) ?? '').split(' ')
    return Number(until) > Date.now() ? by : undefined
  }
  function look(): void {
    const by = holder()
    if (by === undefined || by === id) {
      localStorage.setItem(key, `${id} ${Date.now() + leaseMs}`)
      end ??= lead()
    } else {
      end?.()
      end = null
    }
  }
  const changed = (event: StorageEvent) => event.key === key && look()
  function stop(): void {
    clearInterval(timer)
    window.removeEventListener('storage', changed)
    window.removeEventListener('pagehide', stop)
    if (holder() === id) localStorage.removeItem(key)
    end?.()
    end = null
  }
  const timer = setInterval(look, lookMs)
  window.addEventListener('storage', changed)
  window.addEventListener('pagehide', stop)
  look()
  return { stop, takeOver: () => undefined }
}
