import { findChromium } from '@pipewright/testing/chromium'
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { reportFolder } from './report-folder.ts'
import { root, runTool, type Result } from './step.ts'

type Report = {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: unknown[]
  suites: Suite[]
}
type Suite = { suites?: Suite[]; specs: Spec[] }
type Spec = {
  title: string
  file: string
  tests: { projectName: string; status: string; results: Run[] }[]
}
type Run = { error?: { message?: string }; attachments?: { name: string; body?: string }[] }

// oxlint-disable-next-line no-control-regex -- the colours of a terminal begin with an escape character
const colours = /\u001B\[[\d;]*m/g

const specsOf = (suite: Suite): Spec[] => [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]

const firstLines = (text: string, count: number): string[] =>
  text
    .replaceAll(colours, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, count)

/** Where a failed journey stopped: the first lines of what it said, and what its pages waited for and showed. */
function whatItSaid(run: Run | undefined): string {
  const pages = run?.attachments?.find(({ name }) => name === 'pages')?.body ?? ''
  const lines = [
    ...firstLines(run?.error?.message ?? '', 14),
    ...firstLines(Buffer.from(pages, 'base64').toString(), 16),
  ]
  return lines.join('\n      ')
}

/** What failed, so that it can be read at the end of a long output too. */
const failures = (report: Report): string[] =>
  report.suites
    .flatMap(specsOf)
    .flatMap(({ title, file, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ projectName, results }) => `${projectName} ${file} › ${title}: ${whatItSaid(results[0])}`),
    )

const e2e = join(root, 'e2e')

/** The browser journeys, in a real Chromium. A test that passes only when repeated counts as failed. */
export async function runJourneys(): Promise<Result> {
  const journeys = globSync('**/*.{spec,test}.ts', { cwd: e2e, exclude: (name) => name === 'node_modules' })
  if (journeys.length === 0)
    return { ok: true, note: 'no journeys are written yet', counts: { passed: 0, failed: 0 } }
  const file = join(reportFolder(), 'playwright.json')
  rmSync(file, { force: true })
  const chromium = await findChromium({ log: (line) => console.log(line) })
  const ok = await runTool(join(e2e, 'node_modules/.bin/playwright'), ['test', '--reporter=list,json'], {
    cwd: e2e,
    env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  })
  if (!existsSync(file))
    return { ok: false, note: 'Playwright wrote no report', counts: { passed: 0, failed: 1 } }
  const report: Report = JSON.parse(readFileSync(file, 'utf8'))
  const { stats, errors } = report
  const counts = { passed: stats.expected, failed: stats.unexpected + stats.flaky + (ok ? 0 : errors.length) }
  const note = [`${counts.passed} passed, ${counts.failed} failed`, ...failures(report)].join('\n  ')
  return { ok: ok && stats.flaky === 0, counts, note }
}
