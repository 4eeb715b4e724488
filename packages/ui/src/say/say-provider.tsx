import { useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { useMedia } from '../theme/theme-mode.ts'
import { startSpeech } from './speech.ts'
import { SayContext } from './use-say.ts'
import type { VoicesProps } from './voices.tsx'

/** So long after the page what messages are drawn by is loaded, so that they come without the server too. */
const calm = 1500

/** Lets everything below say something; the code for it is no part of what a page needs to be shown. */
export function SayProvider({ children }: { readonly children: ReactNode }) {
  const [speech] = useState(startSpeech)
  const [Holders, setHolders] = useState<ComponentType<VoicesProps> | null>(null)
  // What was tapped counts as hovered until something else is: a message below the finger would stay for good.
  const pauseOnHover = useMedia('(hover: hover)')
  useEffect(() => {
    const load = () =>
      void import('./voices.tsx')
        .then(({ VoiceHolders }) => setHolders(() => VoiceHolders))
        // Asked for again with the next thing to say.
        .catch(() => undefined)
    speech.whenNeeded(load)
    const later = setTimeout(load, calm)
    return () => clearTimeout(later)
  }, [speech])
  return (
    <SayContext value={speech.say}>
      {children}
      {Holders === null ? null : <Holders pauseOnHover={pauseOnHover} onReady={speech.ready} />}
    </SayContext>
  )
}
