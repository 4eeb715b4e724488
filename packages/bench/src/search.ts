import { soughtOf } from '@pipewright/compiler'
import { searchAll } from '@pipewright/db'
import { provideEngines } from '@pipewright/logic'
import { heavyEngines } from '@pipewright/logic/engines'
import { emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition, Field } from '@pipewright/schemas'
import { now, openWorkspace } from './world/bench-workspace.ts'

// How long the search over everything takes among a million companies, word by word; `node src/search.ts 100000` for fewer.

provideEngines(heavyEngines)
const rows = Number(process.argv[2] ?? 1_000_000)
const rounds = Number(process.argv[3] ?? 20)
const label = (en: string) => ({ en, zh: en })
const fields: Field[] = [
  { type: 'text', key: 'name', label: label('Name') },
  { type: 'phone', key: 'phone', label: label('Phone') },
  { type: 'email', key: 'email', label: label('E-mail') },
  { type: 'text', key: 'number', label: label('Number') },
]
const keys = fields.map(({ key }) => key)
const definition: AppDefinition = {
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
    },
  ],
}

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
function company(number: number): readonly string[] {
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

const { database, workspace, me, scene, close } = await openWorkspace(definition, 4)
const table = `${workspace.schema}.company`
const [index] = await database.query<{ name: string; made: string }>({
  text: `select indexname as name, indexdef as made from pg_indexes where schemaname = $1 and indexdef like '%gin (_grams%'`,
  values: [workspace.schema],
})
if (index === undefined) throw new Error('no index of the search')
await database.query({ text: `drop index ${workspace.schema}.${index.name}`, values: [] })
const portion = 10_000
for (let first = 0; first < rows; first += portion) {
  const some = Array.from({ length: Math.min(portion, rows - first) }, (_, place) => {
    const texts = company(first + place)
    const values = Object.fromEntries(keys.map((key, at) => [key, texts[at]]))
    return { ...values, ...soughtOf(fields, texts, 'name'), n: first + place }
  })
  await database.query({
    text: `insert into ${table} (id, name, phone, email, number, owner, version, created_at, updated_at, _grams, _sought)
      select gen_random_uuid(), name, phone, email, number, $2, 1, $3, $3::timestamptz + n * interval '1 second', _grams, _sought
      from json_to_recordset($1::json) as x (name text, phone text, email text, number text, n int, _grams text[], _sought text)`,
    values: [JSON.stringify(some), me, now],
  })
}
await database.transaction(async (tx) => {
  await tx.query({ text: 'set local statement_timeout = 0', values: [] })
  await tx.query({ text: index.made, values: [] })
})
await database.query({ text: `analyze ${table}`, values: [] })

const words = [
  '公司, 华, 华为, 华为技术, 上海 科技, 科技 上海 华, 云杉, 明江图, 没有这家',
  'hw, hwjs, huawei, huaweijishu, 华w, 华wei, chongqing, yunshan, zzzz, qx, so, solar, granite 777776',
  '1380, 138 0000, 13812345678, 654435, C-2026-0500000, 0500000, example42, solar.500000@example, 華為, ｈｕａｗｅｉ',
].flatMap((line) => line.split(', '))
const at = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
const everything: number[] = []
for (const word of words) {
  const times: number[] = []
  let hits = 0
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    const groups = await searchAll(database, scene, word)
    times.push(performance.now() - began)
    hits = groups[0]?.hits.length ?? 0
  }
  times.sort((one, other) => one - other)
  everything.push(...times)
  process.stdout.write(
    `${word.padEnd(24)} ${hits} hits, median ${at(times, 0.5).toFixed(1)}, p95 ${at(times, 0.95).toFixed(1)} ms\n`,
  )
}
everything.sort((one, other) => one - other)
process.stdout.write(`${rows} records: p95 of all ${at(everything, 0.95).toFixed(1)} ms\n`)
await close()
