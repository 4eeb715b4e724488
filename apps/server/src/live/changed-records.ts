import type { RecordsByForm } from '@pipewright/db'

const sign = 'records'

/** Whether an announcement is about changed records. */
export const isOfRecords = (what: string): boolean => what.startsWith(`${sign} `)

export interface ChangedRecords {
  add(what: string): void
}

/** More records of a form than this are told as "many": whoever shows them asks anew. */
const mostNamed = 100

export interface Gathered {
  readonly named: RecordsByForm
  /** Forms of which very many changed. */
  readonly many: ReadonlySet<string>
}

/**
 * Gathers announcements for a moment and hands them on together, so that what many write at once does not make every
 * open page ask as often.
 */
export function gatherRecords(
  waitMs: number,
  tell: (gathered: Gathered) => Promise<void>,
  failed: () => void,
): ChangedRecords & { stop(): void } {
  let named = new Map<string, Set<string>>()
  let many = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let telling: Promise<void> = Promise.resolve()
  const flush = () => {
    timer = undefined
    const gathered = { named, many }
    named = new Map()
    many = new Set()
    telling = telling.then(() => tell(gathered)).catch(failed)
  }
  return {
    add(what) {
      const [, form, id] = what.split(' ')
      if (form === undefined) return
      const ids = named.get(form) ?? new Set()
      if (id === undefined || ids.size >= mostNamed || many.has(form)) {
        many.add(form)
        named.delete(form)
      } else named.set(form, ids.add(id))
      timer ??= setTimeout(flush, waitMs)
    },
    stop: () => clearTimeout(timer),
  }
}
