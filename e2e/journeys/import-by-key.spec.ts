import type { ApiClient } from '../setup/api-client.ts'
import { charitySet, type CharitySet } from '../setup/charity-set.ts'
import { expect, test } from '../setup/test.ts'

interface Job {
  readonly id: string
  readonly state: string
  readonly bad: number
  readonly done: number
  readonly columns: readonly { readonly column: number; readonly name: string }[]
  readonly problems: readonly unknown[]
}

type Target = { readonly field: string; readonly matchBy?: string; readonly dateFormat?: 'YMD' }

/** Which column of which file fills which field. */
const matches: readonly {
  readonly file: Exclude<keyof CharitySet, 'expected'>
  readonly form: string
  readonly columns: Readonly<Record<string, Target>>
}[] = [
  { file: 'accounts', form: 'account', columns: { id: { field: 'external_id' }, Name: { field: 'name' } } },
  {
    file: 'contacts',
    form: 'contact',
    columns: {
      id: { field: 'external_id' },
      LastName: { field: 'name' },
      Phone: { field: 'phone' },
      account_id: { field: 'account', matchBy: 'external_id' },
    },
  },
  {
    file: 'opportunities',
    form: 'opportunity',
    columns: {
      id: { field: 'external_id' },
      name: { field: 'name' },
      amount: { field: 'amount' },
      stage_name: { field: 'stage' },
      close_date: { field: 'close_date', dateFormat: 'YMD' },
      account_id: { field: 'account', matchBy: 'external_id' },
    },
  },
  {
    file: 'payments',
    form: 'payment',
    columns: {
      id: { field: 'external_id' },
      npe01__Payment_Amount__c: { field: 'amount' },
      npe01__Payment_Date__c: { field: 'date', dateFormat: 'YMD' },
      npe01__opportunity__c: { field: 'opportunity', matchBy: 'external_id' },
    },
  },
]

/** The stages of that organisation: one is called otherwise, one is new. */
async function nameStages(owner: ApiClient, workspace: string): Promise<void> {
  const params = { workspace }
  const { definition, version } = await owner.call('getDraft', { params })
  const stage = definition.forms
    .find(({ key }) => key === 'opportunity')
    ?.fields.find((field) => field.key === 'stage')
  if (stage?.type !== 'choice') throw new Error('The template has no stages')
  const both = (name: string) => ({ en: name, zh: name })
  const options = [
    ...(stage.options ?? []).map((option) =>
      option.key === 'won' ? { ...option, label: both('Closed Won') } : option,
    ),
    { key: 'pledged', label: both('Pledged') },
  ]
  const edits = [{ type: 'setField' as const, form: 'opportunity', field: { ...stage, options } }]
  const draft = await owner.call('editDraft', { params, body: { version, edits } })
  await owner.call('publishDraft', { params, body: { version: draft.version } })
}

test('four files that refer to one another by key come in, and reports tell their totals', async ({
  world,
  journeyLocale,
}) => {
  const owner = await world.api('owner')
  const body = {
    name: 'Charity',
    template: 'lead-to-payment',
    sample: false,
    locale: journeyLocale,
    zone: 'UTC',
  } as const
  const { key: workspace } = await owner.call('createWorkspace', { body })
  await nameStages(owner, workspace)
  const set = charitySet()

  for (const { file, form, columns } of matches) {
    await test.step(file, async () => {
      const base = `/api/w/${workspace}`
      const content = new FormData()
      content.append('file', new Blob([set[file]]), `${file}.csv`)
      const sent = await owner.send(`${base}/forms/${form}/imports`, { method: 'POST', body: content })
      const { id, columns: found } = (await sent.json()) as Job
      const params = { workspace, id }
      const reach = (state: string) =>
        expect
          .poll(async () => (await owner.call('getImport', { params })).state, { timeout: 40_000 })
          .toBe(state)
      const mapping = found.map(({ column, name }) => ({ column, field: null, ...columns[name] }))
      await owner.call('checkImport', { params, body: { mapping } })
      await reach('checked')
      expect((await owner.call('getImport', { params })).problems.slice(0, 3)).toEqual([])
      await owner.call('commitImport', { params, body: { skipBad: false } })
      await reach('done')
    })
  }

  const figures = async (form: string, filter?: object): Promise<(string | null)[]> => {
    const definition = {
      key: 'figures',
      form,
      label: { en: 'Figures' },
      chart: 'number' as const,
      dimensions: [],
      measures: [
        { key: 'count', label: { en: 'Count' }, function: 'count' as const },
        ...(form === 'opportunity' || form === 'payment'
          ? [{ key: 'sum', label: { en: 'Sum' }, function: 'sum' as const, field: 'amount' }]
          : []),
      ],
      ...(filter === undefined ? {} : { filter: filter as never }),
    }
    return (await owner.call('runReport', { params: { workspace }, body: { definition } })).totals
  }
  const { expected } = set
  expect(await figures('account')).toEqual([String(expected.accounts)])
  expect(await figures('contact')).toEqual([String(expected.contacts)])
  expect((await figures('opportunity'))[0]).toBe(String(expected.opportunities))
  expect((await figures('opportunity', { eq: [{ var: 'stage' }, 'won'] }))[1]).toBe(expected.won)
  expect(await figures('payment')).toEqual([String(expected.payments), expected.paid])
})
