import { createHash } from 'node:crypto'
import type { Impact } from './describe-impact.ts'

export interface Reviewed {
  /** Version of the draft that was looked at. */
  readonly version: number
  /** The revision in force then. */
  readonly published: number
}

/** Stands for what a builder has looked at: it is another one as soon as publishing would do anything else. */
export function impactToken({ version, published }: Reviewed, { changes }: Pick<Impact, 'changes'>): string {
  const measured = changes.map(({ effects, digest }) => [
    // Who is told changes by itself with every day.
    effects.filter(({ code }) => code !== 'reminder-due').map(({ code, count }) => [code, count]),
    digest ?? '',
  ])
  return createHash('sha256')
    .update(JSON.stringify([version, published, measured]))
    .digest('base64url')
}
