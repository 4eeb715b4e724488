import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { reportFolder } from './report-folder.ts'
import { root, runTool, type Counts, type Result } from './step.ts'

type Report = {
  numPassedTests: number
  numFailedTests: number
  testResults: TestFile[]
}

type TestFile = {
  name: string
  status: string
  message: string
  assertionResults: { status: string; fullName: string; failureMessages?: string[] }[]
}

const failedTests = (file: TestFile) => file.assertionResults.filter(({ status }) => status === 'failed')

/** A file that fails outside its tests (an import that throws, a hook) counts as one failed test. */
const brokenFiles = (report: Report) =>
  report.testResults.filter((file) => file.status === 'failed' && failedTests(file).length === 0)

const count = (report: Report): Counts => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + brokenFiles(report).length,
})

const firstLine = (text = '') => text.trim().split('\n')[0] ?? ''

/** What failed, a line each, so that it can be read at the end of a long output too. */
function failures(report: Report): string[] {
  const place = (file: TestFile) => relative(root, file.name)
  return [
    ...report.testResults.flatMap((file) =>
      failedTests(file).map(
        (one) => `${place(file)} › ${one.fullName}: ${firstLine(one.failureMessages?.[0])}`,
      ),
    ),
    ...brokenFiles(report).map((file) => `${place(file)}: ${firstLine(file.message)}`),
  ]
}

/** Unit, UI and database tests in one run of vitest. */
export async function runVitest(): Promise<Result> {
  const file = join(reportFolder(), 'vitest.json')
  const ok = await runTool('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const report: Report = JSON.parse(readFileSync(file, 'utf8'))
  const counts = count(report)
  const note = [`${counts.passed} passed, ${counts.failed} failed`, ...failures(report)].join('\n  ')
  return { ok, counts, note }
}
