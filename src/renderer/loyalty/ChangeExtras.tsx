import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Act, Change } from './use-change.ts'
import { useTerms } from './use-points.ts'

type Extras = Pick<Change, 'countsForTier' | 'expires'>
type Props = { readonly act: Act; readonly form: Extras; readonly onChange: (patched: Partial<Extras>) => void }

/** Only where the programme has tiers, or lets points expire: whether these count, and whether these last. */
export function ChangeExtras({ act, form, onChange }: Props) {
  const { t } = useTranslation('loyalty')
  const terms = useTerms()
  return (
    <>
      {terms?.hasTiers && <Checkbox label={t('counts-for-tier')} checked={form.countsForTier} onChange={(event) => onChange({ countsForTier: event.currentTarget.checked })} />}
      {terms?.expires && act === 'add' && <Checkbox label={t('never-expires')} checked={form.expires === 'never'} onChange={(event) => onChange({ expires: event.currentTarget.checked ? 'never' : 'as-rules' })} />}
    </>
  )
}
