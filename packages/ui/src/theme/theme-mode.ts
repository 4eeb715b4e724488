import { createContext, useContext, useSyncExternalStore } from 'react'
import type { ThemeMode } from './palette.ts'

/** What a person chose; `system` follows the device. */
export type ThemeChoice = ThemeMode | 'system'

export const ThemeModeContext = createContext<ThemeMode>('light')

/** The mode in force. */
export const useThemeMode = (): ThemeMode => useContext(ThemeModeContext)

/** Whether a media query holds, live; false where there is no window to ask. */
export function useMedia(query: string): boolean {
  const media =
    typeof window === 'undefined' || window.matchMedia === undefined ? null : window.matchMedia(query)
  return useSyncExternalStore(
    (listen) => {
      media?.addEventListener?.('change', listen)
      return () => media?.removeEventListener?.('change', listen)
    },
    () => media?.matches ?? false,
    () => false,
  )
}

export function useResolvedMode(choice: ThemeChoice): ThemeMode {
  const dark = useMedia('(prefers-color-scheme: dark)')
  if (choice !== 'system') return choice
  return dark ? 'dark' : 'light'
}

/** The width from which on down a screen counts as a phone. */
export const narrowWidth = '(max-width: 639px)'

/** Whether the page is as narrow as a phone. */
export const useNarrow = (): boolean => useMedia(narrowWidth)
