type Later = (act: () => void) => void

/** After what was asked for is drawn, yet soon: a page may be left at once. */
const afterDrawing: Later = (act) => {
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: 200 })
  else setTimeout(act, 50)
}

/**
 * Does things in the order in which they are asked for, with code that comes when the page is calm. A browser may put
 * one calm moment off behind another one, and code that is asked for twice may come to the second asker first, so that
 * each by itself would come out of its turn.
 */
export function whenCalm<T>(
  load: () => Promise<T>,
  later: Later = afterDrawing,
): (act: (loaded: T) => Promise<void>) => void {
  let waiting: ((loaded: T) => Promise<void>)[] = []
  let turn: Promise<void> = Promise.resolve()
  const goOn = () => {
    const acts = waiting
    waiting = []
    // Where the code does not come, or what it does fails, nothing is laid by, and that is all.
    turn = turn
      .then(load)
      .then((loaded) => acts.forEach((act) => void act(loaded).catch(() => undefined)))
      .catch(() => undefined)
  }
  return (act) => {
    waiting.push(act)
    if (waiting.length === 1) later(goOn)
  }
}
