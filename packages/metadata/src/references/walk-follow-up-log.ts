import type { Form } from '@pipewright/schemas'
import type { Segment } from '../pointer.ts'
import { mention, type Walk } from './reference.ts'

/** Which field of a log takes what. */
const takes = { text: 'publicText', kind: 'ownChoice', at: 'viewEnd', next: 'ownDay' } as const

/** What the records of a form note about others. */
export function walkFollowUpLog(
  walk: Walk,
  { key: form, followUpLog }: Form,
  base: readonly Segment[],
): void {
  if (followUpLog === undefined) return
  const at = [...base, 'followUpLog']
  const from = { form }
  for (const part of ['text', 'kind', 'at', 'next'] as const) {
    const path = followUpLog[part]
    if (path !== undefined)
      mention(walk, [...at, part], 'followUpLog', { kind: 'field', from, path, expects: takes[part] })
  }
  const { kind, mailKind } = followUpLog
  if (kind !== undefined && mailKind !== undefined)
    mention(walk, [...at, 'mailKind'], 'followUpLog', { kind: 'option', from, path: kind, option: mailKind })
  for (const [position, { kind: option }] of (followUpLog.templates ?? []).entries())
    if (kind !== undefined && option !== undefined)
      mention(walk, [...at, 'templates', position, 'kind'], 'followUpLog', {
        kind: 'option',
        from,
        path: kind,
        option,
      })
}
