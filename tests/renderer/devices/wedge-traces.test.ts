import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { classify } from '../../../src/main/devices/scan.ts'
import { usualRules } from '../../../src/renderer/devices/wedge-pace.ts'
import { play, type Press } from './wedge-page.ts'

type Trace = {
  readonly id: string; readonly events: readonly Press[]
  readonly expected: { readonly scans?: readonly string[]; readonly aim?: string; readonly typed: string; readonly sample?: string; readonly reject?: string; readonly expected?: { readonly licenceNumber: string; readonly lastName: string; readonly dob: string } }
}
const folder = process.env['REGULARS_TEST_DATA'] ?? path.resolve(import.meta.dirname, '../../../../shared/data')
const file = path.join(folder, 'scanner/wedge-traces.json')
const traces: readonly Trace[] = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Trace[]) : []
if (traces.length === 0) console.warn(`SKIPPED: ${file} is not here`)

describe.skipIf(traces.length === 0)('recorded keyboards', () => {
  for (const target of ['text', 'keys'] as const) {
    test.each(traces.map((trace) => [trace.id, trace] as const))(`%s gives its scans and its text into ${target}`, (_, { events, expected }) => {
      const heard = play(events, { target, known: expected.scans ?? [], rules: usualRules })
      expect(heard.typed).toBe(expected.typed)
      if (expected.scans) expect(heard.scans).toEqual(expected.scans.map((code) => `${expected.aim ?? ''}${code}`))
      if (expected.reject) expect([heard.hows, heard.longest, classify(heard.scans[0] ?? '')]).toEqual([['stripe'], '', { kind: expected.reject }])
      if (!expected.sample || !expected.expected) return
      expect(heard).toMatchObject({ hows: ['licence'], pressed: [], longest: '' })
      expect(classify(heard.scans[0] ?? '')).toMatchObject({ kind: 'licence', licence: { number: expected.expected.licenceNumber, family: expected.expected.lastName, birthDate: expected.expected.dob } })
    })
  }
})
