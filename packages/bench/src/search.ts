import { searchAll } from '@pipewright/db'
import { provideEngines } from '@pipewright/logic'
import { heavyEngines } from '@pipewright/logic/engines'
import { openCompanies } from './world/companies.ts'
import { at } from './world/share.ts'

// How long the search over everything takes among a million companies, word by word; `node src/search.ts 100000` for fewer.

provideEngines(heavyEngines)
const rows = Number(process.argv[2] ?? 1_000_000)
const rounds = Number(process.argv[3] ?? 20)
const { database, scene, close } = await openCompanies(rows)

const words = [
  '公司, 华, 华为, 华为技术, 上海 科技, 科技 上海 华, 云杉, 明江图, 没有这家',
  'hw, hwjs, huawei, huaweijishu, 华w, 华wei, chongqing, yunshan, zzzz, qx, so, solar, granite 777776',
  '1380, 138 0000, 13812345678, 654435, C-2026-0500000, 0500000, example42, solar.500000@example, 華為, ｈｕａｗｅｉ',
].flatMap((line) => line.split(', '))
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
