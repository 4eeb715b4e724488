import { setTimeout as pause } from 'node:timers/promises'
import {
  draftImpact,
  getDraft,
  publishDraft,
  saveEdits,
  settleTypeChange,
  updateRecord,
  writeTransaction,
} from '@pipewright/db'
import { emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition, Field } from '@pipewright/schemas'
import { now, openWorkspace } from './world/bench-workspace.ts'

// How long people who write wait while a text that a million records have becomes a number that must not occur twice.

const rows = Number(process.argv[2] ?? 1_000_000)
const perSecond = 50
const person = { type: 'person' } as const
const label = (en: string) => ({ en, zh: en })
const text: Field = { type: 'text', key: 'serial', label: label('Serial') }
const number: Field = { type: 'number', key: 'serial', label: label('Serial'), scale: 0, unique: true }
const definition: AppDefinition = {
  ...emptyDefinition({ en: 'Bench', zh: 'Bench' }),
  forms: [
    {
      key: 'machine',
      label: label('Machine'),
      labelPlural: label('Machines'),
      titleField: 'name',
      searchFields: ['name'],
      fields: [
        { type: 'text', key: 'name', label: label('Name') },
        text,
        {
          type: 'formula',
          key: 'code',
          label: label('Code'),
          resultType: 'text',
          expression: { concat: [{ var: 'name' }, '-', { text: [{ var: 'serial' }] }] },
        },
      ],
      layout: {
        sections: [
          { key: 'main', columns: 1, items: ['name', 'serial', 'code'].map((field) => ({ field })) },
        ],
      },
    },
  ],
}

const { database, workspace, me, scene, close } = await openWorkspace(definition, 8)
const portion = 50_000
for (let first = 1; first <= rows; first += portion)
  await database.query({
    text: `insert into ${workspace.schema}.machine (id, name, serial, owner, version, created_at, updated_at, code, _grams)
      select gen_random_uuid(), 'Machine ' || n, n::text, $1, 1, $2, $2, 'Machine ' || n || '-' || n, '{}' from generate_series(${first}, ${Math.min(rows, first + portion - 1)}) as n`,
    values: [me, now],
  })
await database.query({ text: `vacuum analyze ${workspace.schema}.machine`, values: [] })

const edits = [{ type: 'changeFieldType' as const, form: 'machine', field: number }]
await saveEdits(database, workspace, { member: me, version: 0, now, edits })
const { version } = await getDraft(database, workspace, me)
const { token } = await draftImpact(database, workspace, me)
const begun = await publishDraft(database, workspace, { member: me, version, now, token, convertedAtOnce: 1 })
if (!begun.ok) throw new Error(begun.problem)

const sample = await database.query<{ id: string; version: number }>({
  text: `select id, version from ${workspace.schema}.machine order by id limit 2000`,
  values: [],
})

interface Wait {
  readonly end: number
  readonly ms: number
}
const waits: Wait[] = []
let failed = 0
let running = true
const one = async (position: number): Promise<void> => {
  const record = sample[position % sample.length]
  if (record === undefined) return
  const values = { serial: String(rows + position + 1) }
  const began = performance.now()
  const outcome = await writeTransaction(database, (tx) =>
    updateRecord(tx, scene, 'machine', record.id, { version: record.version, values }, person),
  ).catch(() => null)
  const end = performance.now()
  waits.push({ end, ms: end - began })
  if (outcome?.ok === true) record.version += 1
  // From the last step on these writers know an older revision: they are refused, and must not wait either.
  else if (running) failed += 1
}
const writers = (async () => {
  for (let position = 0; running; position += 1) {
    void one(position)
    await pause(1000 / perSecond)
  }
})()

/** "median 5, longest 40 ms" of the writes that ended after a moment. */
function told(since: number): string {
  const all = waits.flatMap(({ end, ms }) => (end >= since ? [ms] : [])).toSorted((one, other) => one - other)
  const [half = 0, most = 0] = [all[Math.floor(all.length / 2)], all.at(-1)]
  return `${all.length} writes, median ${half.toFixed(0)}, longest ${most.toFixed(0)} ms`
}

await pause(10_000)
process.stdout.write(`before: ${told(0)}\n`)
const began = performance.now()
let settled = 'busy'
while (settled === 'busy')
  settled = await settleTypeChange(database, workspace, { isStopping: () => false, now: () => now })
const end = performance.now()
running = false
await writers
await pause(1000)
process.stdout.write(
  `${rows} records, ${perSecond} writes a second, ${failed} failed: ${settled} after ${((end - began) / 1000).toFixed(0)} s\n` +
    `meanwhile: ${told(began)}\nfrom five seconds before the end on: ${told(end - 5000)}\n`,
)
await close()
