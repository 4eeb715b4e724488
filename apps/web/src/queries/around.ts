/** What stands around a record: of which kind, and of which forms beside its own. */
type Asked = { readonly queryKey: readonly unknown[] }

const isAround = (around: unknown, form: string): boolean => Array.isArray(around) && around.includes(form)

/** What is attached to records of a form or around them: files of comments come with no change of a record. */
export const holdsFilesOf =
  (form: string) =>
  ({ queryKey: [, , of, kind, , around] }: Asked): boolean =>
    kind === 'files' && (of === form || isAround(around, form))

/** Timelines of other records that tell of those of a form. */
export const tellsOf =
  (form: string) =>
  ({ queryKey: [, , , kind, , around] }: Asked): boolean =>
    kind === 'timeline' && isAround(around, form)
