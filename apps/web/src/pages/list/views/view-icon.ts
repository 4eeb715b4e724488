import type { View } from '@pipewright/schemas'

/** What tells the kinds of views apart at a glance. */
export const viewIcon = ({ type }: Pick<View, 'type'>): 'board' | 'table' =>
  type === 'board' ? 'board' : 'table'
