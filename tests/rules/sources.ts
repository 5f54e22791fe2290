import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** One file as a rule sees it. A rule takes a list of these, so that a test can plant one that breaks it. */
export type Source = { readonly path: string; readonly text: string }
/** Answers every breach, each as one line that names its file. */
export type Rule = (files: readonly Source[]) => readonly string[]

const root = path.resolve(import.meta.dirname, '../..')
const isRead = /\.(ts|tsx|mjs|json|css|html)$/

const under = (folder: string): Source[] =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isRead.test(entry.name))
    .map((entry) => path.join(path.relative(root, entry.parentPath), entry.name))
    .map((file) => ({ path: file.split(path.sep).join('/'), text: readFileSync(path.join(root, file), 'utf8') }))

export const everything: readonly Source[] = ['src', 'tests', 'scripts'].flatMap(under)
export const src = everything.filter(({ path: at }) => at.startsWith('src/'))
export const main = src.filter(({ path: at }) => at.startsWith('src/main/'))
export const renderer = src.filter(({ path: at }) => at.startsWith('src/renderer/'))
export const readText = (file: string): string => readFileSync(path.join(root, file), 'utf8')

/** Two tests of each rule: it holds here, and it was seen to fail on a planted breach. */
export function holds(sentence: string, rule: Rule, files: readonly Source[], planted: readonly Source[]): void {
  test(sentence, () => {
    expect(files.length, 'there is something to look at').toBeGreaterThan(0)
    expect(rule(files)).toEqual([])
  })
  test(`seen to fail: ${sentence}`, () => expect(rule(planted)).not.toEqual([]))
}

/** A planted file. */
export const plant = (at: string, text: string): Source => ({ path: at, text })
