import { flushSync } from 'react-dom'

/** Time that one slice of idle work may take, in ms: less than half a frame, so that typing never waits for it. */
const slice = 6
/** How far outside the window controls are made ready: one page key ahead. */
const margin = '600px 0px'

type Make = () => void

/** What a browser offers for it; handed in, so that tests turn the hands of the clock. */
export interface Idle {
  /** Runs `work` when nothing else is to be done; it may go on as long as `left` says there is time, in ms. */
  readonly request: (work: (left: () => number) => void) => () => void
}

export const browserIdle: Idle = {
  request(work) {
    if (typeof requestIdleCallback === 'function') {
      const handle = requestIdleCallback((deadline) => work(() => deadline.timeRemaining()))
      return () => cancelIdleCallback(handle)
    }
    const handle = setTimeout(() => {
      const begin = performance.now()
      work(() => slice - (performance.now() - begin))
    }, 30)
    return () => clearTimeout(handle)
  },
}

/**
 * Makes the controls of a large form one after another: first those in or near the window, then the rest in idle
 * moments, in the order they stand in. Each is made within the call, so that the time left is known.
 */
export class MountQueue {
  readonly #idle: Idle
  readonly #waiting = new Map<Element, Make>()
  readonly #watch: IntersectionObserver | undefined
  #stop: (() => void) | undefined

  constructor(idle: Idle = browserIdle) {
    this.#idle = idle
    this.#watch =
      typeof IntersectionObserver === 'function'
        ? new IntersectionObserver((entries) => this.#near(entries), { rootMargin: margin })
        : undefined
  }

  /** Waits for its turn; the answer takes it out of the queue. */
  wait(element: Element, make: Make): () => void {
    this.#waiting.set(element, make)
    this.#watch?.observe(element)
    this.#stop ??= this.#idle.request((left) => this.#work(left))
    return () => this.#take(element)
  }

  #take(element: Element): Make | undefined {
    const make = this.#waiting.get(element)
    this.#waiting.delete(element)
    this.#watch?.unobserve(element)
    return make
  }

  #near(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) if (isIntersecting) this.#take(target)?.()
  }

  #work(left: () => number): void {
    this.#stop = undefined
    for (const element of this.#waiting.keys()) {
      const make = this.#take(element)
      if (make !== undefined) flushSync(make)
      if (left() < slice) break
    }
    if (this.#waiting.size > 0) this.#stop = this.#idle.request((more) => this.#work(more))
  }

  close(): void {
    this.#stop?.()
    this.#watch?.disconnect()
    this.#waiting.clear()
  }
}
