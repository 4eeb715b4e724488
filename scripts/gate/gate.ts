import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runJourneys } from './browser.ts'
import { checkFirstPage } from './first-page.ts'
import { checkGenerated } from './generated.ts'
import { checkSizes } from './sizes.ts'
import { root, runTool, type Result, type Step } from './step.ts'
import { checkTypes } from './types.ts'
import { runVitest } from './vitest.ts'

const tool = async (name: string, args: string[], cwd = root): Promise<Result> => ({
  ok: await runTool(name, args, { cwd }),
})

const steps: readonly Step[] = [
  { name: 'format', title: 'Formatting', run: () => tool('oxfmt', ['--check']) },
  { name: 'lint', title: 'Lint', run: () => tool('oxlint', []) },
  { name: 'sizes', title: 'File sizes', run: checkSizes },
  { name: 'boundaries', title: 'Boundaries between workspaces', run: () => tool('turbo', ['boundaries']) },
  { name: 'dead', title: 'Dead code', run: () => tool('knip', ['--no-progress']) },
  { name: 'types', title: 'Types', run: checkTypes },
  { name: 'generated', title: 'Generated files', run: checkGenerated },
  { name: 'tests', title: 'Unit, UI and database tests', run: runVitest },
  {
    name: 'build',
    title: 'Web build',
    run: () => tool(join(root, 'apps/web/node_modules/.bin/vite'), ['build'], join(root, 'apps/web')),
  },
  { name: 'first-page', title: 'Weight of the first page', run: checkFirstPage },
  { name: 'journeys', title: 'Browser journeys', run: runJourneys },
]

function chosenSteps(): readonly Step[] {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  if (values.only === undefined) return steps
  const names = values.only.split(',')
  const unknown = names.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) {
    console.error(`No step ${unknown.join(', ')}. Steps: ${steps.map(({ name }) => name).join(', ')}`)
    process.exit(2)
  }
  return steps.filter(({ name }) => names.includes(name))
}

type Done = { readonly step: Step; readonly result: Result; readonly seconds: string }

async function runStep(step: Step): Promise<Done> {
  console.log(`\n── ${step.title} (${step.name})`)
  const begin = performance.now()
  const result = await step.run().catch((error: unknown): Result => {
    console.error(error)
    return { ok: false, note: 'the check itself failed' }
  })
  return { step, result, seconds: ((performance.now() - begin) / 1000).toFixed(1) }
}

const done: Done[] = []
for (const step of chosenSteps()) {
  const { result, seconds } = await runStep(step).then((one) => (done.push(one), one))
  console.log(
    `${result.ok ? 'ok' : 'FAILED'} ${step.name} ${seconds} s${result.note ? ` (${result.note})` : ''}`,
  )
}

console.log('\n── Result')
for (const { step, result, seconds } of done) {
  console.log(
    `${result.ok ? 'ok    ' : 'FAILED'} ${step.name.padEnd(11)} ${seconds.padStart(6)} s  ${result.note ?? ''}`,
  )
}
const total = (which: 'passed' | 'failed') =>
  done.reduce((sum, { result }) => sum + (result.counts?.[which] ?? 0), 0)
const bad = done.filter(({ result }) => !result.ok).map(({ step }) => step.name)
if (bad.length > 0) console.log(`Failed steps: ${bad.join(', ')}`)
console.log(`${total('passed')} passed, ${total('failed')} failed`)
process.exit(bad.length > 0 ? 1 : 0)
