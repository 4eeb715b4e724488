import { purgedRow, type RecordNews } from '@pipewright/db'

const sign = 'records'

/** Whether an announcement is about changed records. */
export const isOfRecords = (what: string): boolean => what.startsWith(`${sign} `)

export interface ChangedRecords {
  add(what: string): void
}

/** More records of a form than this are told as "many": whoever shows them asks anew. */
const mostNamed = 100

export interface Gathered extends RecordNews {
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
  let changed = new Map<string, Set<string>>()
  let purged = new Map<string, Map<string, string>>()
  let many = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let telling: Promise<void> = Promise.resolve()
  const flush = () => {
    timer = undefined
    const gathered = { changed, purged, many }
    changed = new Map()
    purged = new Map()
    many = new Set()
    telling = telling.then(() => tell(gathered)).catch(failed)
  }
  return {
    add(what) {
      const [, form, id, row] = what.split(' ')
      if (form === undefined) return
      const ids = changed.get(form) ?? new Set()
      if (id === undefined || ids.size >= mostNamed || many.has(form)) {
        many.add(form)
        changed.delete(form)
        purged.delete(form)
      } else {
        changed.set(form, ids.add(id))
        if (row !== undefined) purged.set(form, (purged.get(form) ?? new Map()).set(id, purgedRow(row)))
      }
      timer ??= setTimeout(flush, waitMs)
    },
    stop: () => clearTimeout(timer),
  }
}
