import { createHash } from 'node:crypto'
import type { Core } from '../context.ts'
import { listAttributes } from '../customers/attributes.sql.ts'
import type { AttributeDefinition } from '../customers/attributes.ts'
import { bareHeader } from '../customers/csv-columns.ts'
import { csvLine } from '../customers/export-csv.ts'
import { listKey, type ImportLists } from '../customers/csv-terms.ts'
import { listGroups, listTypes } from '../customers/groups.sql.ts'
import { templateHeads } from '../customers/import-template.ts'
import { listPriceLists } from '../sales/catalogue.sql.ts'
import type { Language } from '../vocabulary.ts'
import { programIfOn } from './the-program.ts'

const named = <I>(rows: readonly { readonly id: I; readonly name: string }[]): ReadonlyMap<string, I> => new Map(rows.map(({ id, name }) => [listKey(name), id]))
const active = (core: Core): AttributeDefinition[] => listAttributes(core.db).filter((attribute) => attribute.active)

/** What the shop has that a file may name: groups, types, price lists by name, and its own attributes. */
export const importLists = (core: Core): ImportLists => ({
  groups: named(listGroups(core.db)), types: named(listTypes(core.db)), priceLists: named(listPriceLists(core.db)), attributes: new Map(active(core).map((attribute) => [attribute.id, attribute])),
  points: programIfOn(core, core.now()) !== null,
})

/** The attributes a column may fill, and the one that is called as a header is. */
export const importAttributes = (core: Core): { readonly id: string; readonly name: string }[] => active(core).map(({ id, name }) => ({ id, name }))

/** What a file is known by the next time: its headers, made bare. */
export const headOf = (headers: readonly string[]): string => createHash('sha256').update(JSON.stringify(headers.map((header) => bareHeader(header) || header))).digest('hex')

/** An empty file with every column there is, the shop's own attributes last, for a spreadsheet. Read back it needs no mapping. */
export function importTemplate(core: Core, language: Language): { csv: string; fileName: string } {
  const { heads, fileName } = templateHeads(language)
  return { csv: `\ufeff${csvLine([...heads, ...importAttributes(core).map(({ name }) => name)])}`, fileName }
}
