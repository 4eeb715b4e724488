import type { QueryClient } from '@tanstack/react-query'

/** Figures count many records, and many home pages stand open: they follow changes less often than lists, and not all at once. */
const leastMs = 10_000
const spreadMs = 40_000

/** Asks anew for the open reports of forms whose records changed, within a minute; when nobody looks, once somebody does again. */
export function liveFigures(queries: QueryClient, workspace: string, isShown: () => boolean) {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const missed = new Set<string>()
  const keyOf = (form: string) => ['records', workspace, form, 'report']

  function ask(form: string): void {
    timers.delete(form)
    if (!isShown()) return void missed.add(form)
    missed.delete(form)
    void queries.invalidateQueries({ queryKey: keyOf(form) })
  }

  return {
    note(form: string): void {
      const isOpen = queries.getQueryCache().findAll({ queryKey: keyOf(form), type: 'active' }).length > 0
      if (!isOpen || timers.has(form)) return
      timers.set(
        form,
        setTimeout(() => ask(form), leastMs + Math.random() * spreadMs),
      )
    },
    wake: () => missed.forEach(ask),
    stop(): void {
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
    },
  }
}
