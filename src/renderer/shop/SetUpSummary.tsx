import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { sayFailure } from '../words.ts'
import { inMoney } from './SetUpSteps.tsx'
import styles from './SetUp.module.css'
import type { Draft, Step } from './set-up-draft.ts'
import type { SetUpState } from './use-set-up.ts'

type Row = { readonly step: Step; readonly value: string }

/** Everything once more before the doors open; each line leads back to where it was typed. */
export function SetUpSummary({ setUp }: { readonly setUp: SetUpState }) {
  const { t } = useTranslation('setup')
  return (
    <>
      {setUp.failure && <p className={styles['failed']} role="alert"><IconAlertTriangle size={20} aria-hidden />{sayFailure(setUp.failure)}</p>}
      <dl className={styles['rows']}>
        {useRows(setUp.draft).map(({ step, value }) => (
          <div key={step} className={styles['row']}>
            <dt>{t(`short-${step}`)}</dt>
            <dd className={styles['value']}>
              <span>{value}</span>
              <Button variant="subtle" onClick={() => setUp.go(step)} aria-label={t('change-what', { what: t(`short-${step}`) })}>{t('change')}</Button>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function useRows(draft: Draft): readonly Row[] {
  const { t } = useTranslation('setup')
  const place = [draft.address1, draft.city, draft.region, draft.postcode, new Intl.DisplayNames([draft.language], { type: 'region' }).of(draft.country)]
  const rounding = draft.cashStepCents === 1 ? t('no-rounding') : t('to-nearest', { amount: inMoney(draft.cashStepCents, draft.currency, draft.language) })
  const taxes = draft.rates.map(({ name, percent }) => `${name} ${percent} %`).join(', ') || t('no-taxes')
  const age = draft.minimumAge === 0 ? t('no-age-limit') : t('from-age', { age: draft.minimumAge })
  return [
    { step: 'shop', value: [draft.name, ...place, draft.phone].filter((part) => part?.trim()).join(', ') },
    { step: 'money', value: `${draft.currency}, ${rounding}, ${draft.timeZone.replaceAll('_', ' ')}` },
    { step: 'taxes', value: draft.rates.length > 0 ? `${taxes}, ${draft.pricesIncludeTax ? t('included') : t('added')}` : taxes },
    { step: 'kind', value: draft.medical ? `${age}, ${t('medical')}` : age },
    { step: 'owner', value: `${draft.ownerName}, ${draft.tillName}` },
  ]
}
