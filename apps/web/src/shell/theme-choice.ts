import type { ThemeChoice } from '@pipewright/ui'
import { useSyncExternalStore } from 'react'
import { browserStorage } from '../places/browser-storage.ts'

const storageKey = 'pipewright.theme'
const listeners = new Set<() => void>()

function read(): ThemeChoice {
  const value = browserStorage.getItem(storageKey)
  return value === 'light' || value === 'dark' ? value : 'system'
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore((listen) => {
    listeners.add(listen)
    return () => listeners.delete(listen)
  }, read)
}

export function chooseTheme(choice: ThemeChoice): void {
  browserStorage.setItem(storageKey, choice)
  for (const listen of listeners) listen()
}
