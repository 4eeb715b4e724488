import type { HistoryEvent } from '@pipewright/contract'
import { client } from '../../../queries/client.ts'

/** Every change of a record, page by page. */
export async function allEvents(params: { workspace: string; form: string; id: string }) {
  const events: HistoryEvent[] = []
  const titles: Record<string, string> = {}
  let after: string | null = null
  do {
    const query: { after?: string } = after === null ? {} : { after }
    const page: Awaited<ReturnType<typeof client.call<'getHistory'>>> = await client.call('getHistory', {
      params,
      query,
    })
    events.push(...page.events)
    Object.assign(titles, page.titles)
    after = page.next
  } while (after !== null)
  return { events, titles }
}
