// node tests/bench/licence-table.ts: the README's table of published licences by version and jurisdiction, and how many are read whole.
import { readLicence } from '../../src/main/devices/aamva.ts'
import { differences, samples, type Sample } from '../fixtures/licence-samples.ts'

const versionOf = ({ aamvaVersion }: Sample): string => (aamvaVersion === null ? 'stripe in a barcode' : String(aamvaVersion).padStart(2, '0'))
const isWhole = (sample: Sample): boolean => differences(readLicence(sample.payload), { expected: sample.expected, isStripe: sample.aamvaVersion === null }).length === 0

function places(all: readonly Sample[]): string {
  const byPlace = Map.groupBy(all, ({ jurisdiction }) => jurisdiction)
  const names = [...byPlace].toSorted(([a], [b]) => a.localeCompare(b)).map(([place, those]) => (those.length > 1 ? `${place} (${those.length})` : place))
  return names.join(', ')
}

const byVersion = [...Map.groupBy(samples, versionOf)].toSorted(([a], [b]) => a.localeCompare(b))
const rows = byVersion.map(([version, all]) => `| ${version} | ${places(all)} | ${all.length} | ${all.filter(isWhole).length} |`)
console.log(['| version | issued by | samples | read whole |', '|---|---|---:|---:|', ...rows, `| all | ${new Set(samples.map(({ jurisdiction }) => jurisdiction)).size} issuers | ${samples.length} | ${samples.filter(isWhole).length} |`].join('\n'))
