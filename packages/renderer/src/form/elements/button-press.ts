import type { ElementOf } from '@pipewright/metadata'
import { createContext, useContext } from 'react'

/** Does what a button does, tells how it went, and goes where it leads. */
export type ButtonPress = (button: ElementOf<'button'>) => Promise<void>

/** Given by the page of a saved record; elsewhere buttons are not there. */
export const ButtonPressContext = createContext<ButtonPress | null>(null)

export const useButtonPress = (): ButtonPress | null => useContext(ButtonPressContext)
