// `npm test`: everything that must hold, from a clone. The last line is "N passed, N failed, N skipped".
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { findChromium } from './chromium.mjs'
import { build, install, modules, node24, runToEnd, surroundings } from './install.mjs'

install()
const node = node24()
const reports = path.join(modules, '.cache', 'reports')
const sum = { passed: 0, failed: 0, skipped: 0 }
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

await check('Lock', ['scripts/check-lock.mjs'])
await check('Lint', [bin('oxlint'), '--type-aware', '--deny-warnings', 'src', 'tests', 'scripts'])
await check('Types', [bin('typescript', 'tsc')])
await counted('Unit and rules', [bin('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report('unit')}`], {}, ofVitest, report('unit'))
if (await built()) await endToEnd()
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
process.exit(sum.failed > 0 ? 1 : 0)

function report(name) {
  return path.join(reports, `${name}.json`)
}

function bin(name, command = name) {
  const manifest = JSON.parse(readFileSync(path.join(modules, name, 'package.json'), 'utf8'))
  return path.join(modules, name, typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command])
}

async function run(title, args, env = {}) {
  console.log(`\n== ${title}`)
  const { code, signal, asked } = await runToEnd(node, args, { env: { ...surroundings(node), ...env } })
  if (asked) process.exit(130)
  if (code !== 0) console.log(`== ${title} failed${signal ? ` (${signal})` : ''}`)
  return code === 0
}

/** A step without tests of its own: it counts when it fails. */
async function check(title, args) {
  if (!(await run(title, args))) sum.failed += 1
}

async function built() {
  console.log('\n== Build')
  if (build(node)) return true
  sum.failed += 1
  return false
}

/** A run that fails without naming a failed test, or leaves no report, counts as one failure. */
async function counted(title, args, env, read, file) {
  const fine = await run(title, args, env)
  const found = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 }
  sum.passed += found.passed
  sum.failed += fine ? found.failed : Math.max(1, found.failed)
  sum.skipped += found.skipped
}

function ofVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

function ofPlaywright({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
}

async function endToEnd() {
  const chromium = findChromium(node)
  if (chromium === null) {
    console.log('\nThe end-to-end tests need Chromium, and none could be installed. Install it (Debian: apt-get install chromium), or set CHROMIUM to its path, and run npm test again.')
    sum.failed += 1
    return
  }
  console.log(`\nChromium: ${chromium} ${spawnSync(chromium, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? ''}`)
  const env = { CHROMIUM: chromium, REGULARS_E2E_REPORT: report('e2e') }
  await counted('End to end', [path.join(modules, '@playwright/test/cli.js'), 'test'], env, ofPlaywright, report('e2e'))
}
