import { matchKeys, soughtOf, type CompiledForm } from '@pipewright/compiler'
import { emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition, Field, Form } from '@pipewright/schemas'
import { now, openWorkspace } from './bench-workspace.ts'

const label = (en: string) => ({ en, zh: en })

const fields: Field[] = [
  { type: 'text', key: 'name', label: label('Name') },
  { type: 'phone', key: 'phone', label: label('Phone') },
  { type: 'email', key: 'email', label: label('E-mail') },
  { type: 'text', key: 'number', label: label('Number') },
]
const keys = fields.map(({ key }) => key)

const definitionOf = (more: Partial<Form>): AppDefinition => ({
  ...emptyDefinition(label('Bench')),
  forms: [
    {
      key: 'company',
      label: label('Company'),
      labelPlural: label('Companies'),
      titleField: 'name',
      searchFields: keys,
      fields,
      layout: { sections: [{ key: 'main', columns: 1, items: keys.map((field) => ({ field })) }] },
      ...more,
    },
  ],
})

const places = [
  '上海',
  '北京',
  '深圳',
  '杭州',
  '重庆',
  '广州',
  '成都',
  '武汉',
  '南京',
  '苏州',
  '长沙',
  '青岛',
]
const letters = [
  ...'云杉长江北辰海川华远金泰信德宏伟天达瑞丰盛智联科创恒通安康明亮新兴永固百合绿洲蓝图银河启航元吉',
]
const trades = ['科技', '贸易', '机械', '软件', '网络', '建材', '医药', '电子', '物流', '食品']
const latin = [
  'Solar',
  'Harbor',
  'Summit',
  'Orchid',
  'Granite',
  'Maple',
  'Falcon',
  'Delta',
  'Quartz',
  'Vertex',
]
const ends = ['有限公司', '有限公司', '有限公司', '股份有限公司', '集团']
const pick = <T>(list: readonly T[], seed: number): T => list[seed % list.length] as T

/** The same companies in every run; three of four are Chinese, and a few rare ones are sought below. */
export function company(number: number): readonly string[] {
  const seed = Math.imul(number, 2_654_435_761) >>> 0
  const word = [3, 7, 11].map((step) => pick(letters, Math.floor(seed / step))).join('')
  const chinese = `${pick(places, seed >>> 3)}${word}${pick(trades, seed >>> 7)}${pick(ends, seed >>> 9)}`
  const english = `${pick(latin, seed >>> 3)} ${pick(latin, seed >>> 8)} ${number} Ltd`
  const rare = number % 200_000 === 77 ? '华为技术有限公司' : undefined
  const digits = String(seed % 100_000_000).padStart(8, '0')
  return [
    rare ?? (number % 4 === 0 ? english : chinese),
    `138-${digits.slice(0, 4)}-${digits.slice(4)}`,
    `${pick(latin, seed >>> 5).toLowerCase()}.${number}@example${number % 97}.com`,
    `C-2026-${String(number).padStart(7, '0')}`,
  ]
}

const portion = 10_000

/** A workspace with so many companies, written as the product would have, their lists of keys indexed last. */
export async function openCompanies(rows: number, more: Partial<Form> = {}) {
  const opened = await openWorkspace(definitionOf(more), 4)
  const { database, workspace, me, scene } = opened
  const form = scene.app.form('company') as CompiledForm
  const table = `${workspace.schema}.company`
  const indexes = await database.query<{ name: string; made: string }>({
    text: `select indexname as name, indexdef as made from pg_indexes where schemaname = $1 and tablename = 'company' and indexdef ilike '%using gin (%'`,
    values: [workspace.schema],
  })
  if (indexes.length === 0) throw new Error('no index of the search')
  for (const { name } of indexes)
    await database.query({ text: `drop index ${workspace.schema}.${name}`, values: [] })
  for (let first = 0; first < rows; first += portion) {
    const some = Array.from({ length: Math.min(portion, rows - first) }, (_, place) => {
      const texts = company(first + place)
      const values = Object.fromEntries(keys.map((key, at) => [key, texts[at]]))
      return {
        ...values,
        ...soughtOf(fields, texts, 'name'),
        _match: matchKeys(form.matches, values),
        n: first + place,
      }
    })
    await database.query({
      text: `insert into ${table} (id, name, phone, email, number, owner, version, created_at, updated_at, _grams, _sought, _match)
        select gen_random_uuid(), name, phone, email, number, $2, 1, $3, $3::timestamptz + n * interval '1 second', _grams, _sought, _match
        from json_to_recordset($1::json) as x (name text, phone text, email text, number text, n int, _grams text[], _sought text, _match text[])`,
      values: [JSON.stringify(some), me, now],
    })
  }
  await database.transaction(async (tx) => {
    await tx.query({ text: 'set local statement_timeout = 0', values: [] })
    for (const { made } of indexes) await tx.query({ text: made, values: [] })
  })
  await database.query({ text: `analyze ${table}`, values: [] })
  return opened
}
