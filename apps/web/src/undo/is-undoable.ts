import type { LayoutElement } from '@pipewright/schemas'

type ButtonElement = Extract<LayoutElement, { type: 'button' }>

/** Whether a button that was pressed did something that can be taken back: what it opened or submitted cannot. */
export const isUndoable = ({ actions }: Pick<ButtonElement, 'actions'>, hasChanged: boolean): boolean =>
  actions.some(({ type }) => type === 'convert' || (type === 'set' && hasChanged))
