export type UndoWay = 'undo' | 'redo'

/** Takes one step and ends when it is done. */
export type TakeStep = (way: UndoWay) => Promise<void>

/** Steps asked for by key, taken one after the other, also those asked for before anything can take them. */
export interface UndoSteps {
  readonly waiting: () => number
  readonly ask: (way: UndoWay) => void
  /** From now on steps are taken by `take`; answers how to end that. */
  readonly serve: (take: TakeStep) => () => void
}

export function undoSteps(): UndoSteps {
  const asked: UndoWay[] = []
  let taking: UndoWay | null = null
  let server: TakeStep | null = null
  const next = () => {
    if (taking !== null || server === null) return
    taking = asked.shift() ?? null
    if (taking === null) return
    void server(taking).finally(() => {
      taking = null
      next()
    })
  }
  return {
    waiting: () => asked.length + (taking === null ? 0 : 1),
    ask: (way) => {
      asked.push(way)
      next()
    },
    serve: (take) => {
      server = take
      next()
      return () => {
        if (server === take) server = null
      }
    },
  }
}
