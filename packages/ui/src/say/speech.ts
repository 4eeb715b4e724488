import { sayBy, type Say, type Voices } from './use-say.ts'

type Act = (voices: Voices) => void

/** What was said before there was something to say it with, in its order. */
export interface Speech {
  readonly say: Say
  /** Called with every thing that has to wait. */
  whenNeeded(load: () => void): void
  readonly ready: (voices: Voices) => void
}

export function startSpeech(): Speech {
  let voices: Voices | null = null
  let load = (): void => undefined
  const unsaid: Act[] = []
  return {
    say: sayBy((act) => {
      if (voices !== null) return act(voices)
      unsaid.push(act)
      return load()
    }),
    whenNeeded(asked) {
      load = asked
      if (unsaid.length > 0) load()
    },
    ready(loaded) {
      voices = loaded
      for (const act of unsaid.splice(0)) act(loaded)
    },
  }
}
