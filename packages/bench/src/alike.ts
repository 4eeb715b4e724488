import { findDuplicates, findMatches } from '@pipewright/db'
import { provideEngines } from '@pipewright/logic'
import { heavyEngines } from '@pipewright/logic/engines'
import { company, openCompanies } from './world/companies.ts'
import { at } from './world/share.ts'

// How long it takes among 100,000 companies to find what looks like the one that is being typed, by the name without
// its suffix, by phone and by sound, and to list all that look alike; `node src/alike.ts 1000000` for more.

provideEngines(heavyEngines)
const rows = Number(process.argv[2] ?? 100_000)
const rounds = Number(process.argv[3] ?? 200)
const { database, scene, close } = await openCompanies(rows, {
  matching: {
    rules: [
      { compare: [{ fields: ['name'], as: 'company' }] },
      { compare: [{ fields: ['phone'], as: 'phone' }] },
      { compare: [{ fields: ['email'], as: 'email' }] },
      { compare: [{ fields: ['name'], as: 'sound' }], sure: 'possible' },
    ],
  },
})

async function time(what: string, count: number, ask: (round: number) => Promise<number>): Promise<void> {
  const times: number[] = []
  let found = 0
  for (let round = 0; round < count; round += 1) {
    const began = performance.now()
    found += await ask(round)
    times.push(performance.now() - began)
  }
  times.sort((one, other) => one - other)
  process.stdout.write(
    `${what.padEnd(32)} ${found} found, median ${at(times, 0.5).toFixed(1)}, p95 ${at(times, 0.95).toFixed(1)} ms\n`,
  )
}

const matches = async (values: Record<string, string>): Promise<number> => {
  const answer = await findMatches(database, scene, 'company', { values })
  if (!answer.ok) throw new Error('not looked for')
  return answer.matches.length
}
const some = (round: number) => company((round * 7919) % rows)
await time('typed: the name of one', rounds, (round) => matches({ name: some(round)[0] ?? '' }))
await time('typed: a name nobody has', rounds, (round) => matches({ name: `没有这家${round}公司` }))
await time('typed: the phone of one', rounds, (round) => matches({ phone: some(round)[1] ?? '' }))
for (const possible of [false, true])
  await time(possible ? 'all likely and possible, 20' : 'all likely, first 20', 20, async () => {
    const answer = await findDuplicates(database, scene, 'company', { possible })
    if (!answer.ok) throw new Error('not listed')
    return answer.groups.length
  })
await close()
