// Every element a licence's barcode may carry, as data: AAMVA DL/ID 2020 D.12.5 for versions 02 to 11, DL/ID-2000 for 00 and 01.
// One id can mean another thing in the two; so each layout has its own table.
export type Field =
  | 'number' | 'customerNumber' | 'family' | 'first' | 'middle' | 'suffix' | 'given' | 'wholeName'
  | 'familyCut' | 'firstCut' | 'middleCut' | 'birth' | 'issue' | 'expiry' | 'sex'
  | 'street1' | 'street2' | 'city' | 'region' | 'postal' | 'homeStreet1' | 'homeStreet2' | 'homeCity' | 'homeRegion' | 'homePostal'
  | 'country' | 'discriminator' | 'revision' | 'limited' | 'realId' | 'at18' | 'at19' | 'at21'
export type Kind = 'number' | 'name' | 'date' | 'flag' | 'sex' | 'state' | 'country' | 'postal' | 'height' | 'text'
/** `most` is the element's width in characters. Without a `field` it is known, so that its line is not taken for another's, and dropped. */
export type Element = { readonly kind: Kind; readonly most: number; readonly field: Field | null }
export type Layout = 'legacy' | 'standard'

type Row = readonly [id: string, kind: Kind, most: number, field?: Field]

const both: readonly Row[] = [
  ['DAA', 'name', 125, 'wholeName'], ['DAB', 'name', 40, 'family'], ['DAC', 'name', 40, 'first'], ['DAD', 'name', 40, 'middle'],
  ['DAG', 'text', 35, 'street1'], ['DAH', 'text', 35, 'street2'], ['DAI', 'text', 20, 'city'], ['DAJ', 'state', 2, 'region'],
  ['DAK', 'postal', 11, 'postal'], ['DAQ', 'number', 25, 'number'], ['DAU', 'height', 6], ['DAW', 'height', 3], ['DAX', 'height', 3],
  ['DAY', 'text', 3], ['DAZ', 'text', 12], ['DBA', 'date', 8, 'expiry'], ['DBB', 'date', 8, 'birth'], ['DBC', 'sex', 1, 'sex'],
  ['DBD', 'date', 8, 'issue'],
]
const legacy: readonly Row[] = [
  ['DAE', 'text', 5, 'suffix'], ['DAF', 'text', 5],
  ['DAL', 'text', 35, 'homeStreet1'], ['DAM', 'text', 35, 'homeStreet2'], ['DAN', 'text', 20, 'homeCity'], ['DAO', 'state', 2, 'homeRegion'],
  ['DAP', 'postal', 11, 'homePostal'], ['DAR', 'text', 4], ['DAS', 'text', 20], ['DAT', 'text', 5], ['DAV', 'height', 4],
  ['DBE', 'text', 26], ['DBF', 'text', 2], ['DBG', 'text', 5], ['DBH', 'text', 10], ['DBI', 'text', 1], ['DBJ', 'number', 25, 'customerNumber'],
  ['DBK', 'text', 9], ['DBL', 'date', 8], ['DBM', 'text', 9], ['DBN', 'name', 35], ['DBO', 'name', 35], ['DBP', 'name', 35], ['DBQ', 'name', 35],
  ['DBR', 'text', 5], ['DBS', 'text', 5], ['PAA', 'text', 4], ['PAB', 'date', 8], ['PAC', 'text', 25], ['PAD', 'date', 8],
  ['PAE', 'text', 20], ['PAF', 'text', 5],
]
const standard: readonly Row[] = [
  ['DBG', 'name', 40], ['DBN', 'name', 40], ['DBS', 'text', 5], ['DCA', 'text', 6], ['DCB', 'text', 12], ['DCD', 'text', 5],
  ['DCE', 'flag', 1], ['DCF', 'text', 25, 'discriminator'], ['DCG', 'country', 3, 'country'], ['DCH', 'text', 4], ['DCI', 'text', 33],
  ['DCJ', 'text', 25], ['DCK', 'text', 25], ['DCL', 'text', 3], ['DCM', 'text', 4], ['DCN', 'text', 5], ['DCO', 'text', 12], ['DCP', 'text', 50],
  ['DCQ', 'text', 50], ['DCR', 'text', 50], ['DCS', 'name', 40, 'family'], ['DCT', 'name', 80, 'given'], ['DCU', 'text', 5, 'suffix'],
  ['DDA', 'flag', 1, 'realId'], ['DDB', 'date', 8, 'revision'], ['DDC', 'date', 8], ['DDD', 'flag', 1, 'limited'],
  ['DDE', 'flag', 1, 'familyCut'], ['DDF', 'flag', 1, 'firstCut'], ['DDG', 'flag', 1, 'middleCut'],
  ['DDH', 'date', 8, 'at18'], ['DDI', 'date', 8, 'at19'], ['DDJ', 'date', 8, 'at21'], ['DDK', 'flag', 1], ['DDL', 'flag', 1],
  ['DDM', 'flag', 1], ['DDN', 'flag', 1], ['DDO', 'flag', 1], ['DDP', 'flag', 1],
]

export type Table = ReadonlyMap<string, Element>
const table = (rows: readonly Row[]): Table => new Map(rows.map(([id, kind, most, field]) => [id, { kind, most, field: field ?? null }]))
const tables: { readonly [layout in Layout]: Table } = { legacy: table([...both, ...legacy]), standard: table([...both, ...standard]) }
export const tableOf = (layout: Layout): Table => tables[layout]

/** The newest edition that is known: 11 is the standard of 2025. A higher one is read like it, with a warning. */
export const newestVersion = 11
