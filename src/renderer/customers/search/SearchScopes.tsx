import { Chip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SearchScope } from '../../../main/flows/search-people.ts'

const scopes: readonly SearchScope[] = ['name-or-mobile', 'any']

/** What the box of the Customers tab looks at: names and mobile numbers, or everything (S4-07). */
export function SearchScopes({ scope, onScope }: { readonly scope: SearchScope; readonly onScope: (scope: SearchScope) => void }) {
  const { t } = useTranslation('search')
  return (
    <Chip.Group value={scope} onChange={(next) => onScope(next === 'any' ? 'any' : 'name-or-mobile')}>
      {scopes.map((each) => <Chip key={each} value={each} variant="outline" size="md" styles={{ label: { height: 44 } }}>{t(`scope-${each}`)}</Chip>)}
    </Chip.Group>
  )
}
