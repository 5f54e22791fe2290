import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { useFormat } from '../../format.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { MoreRows } from '../../ui/MoreRows.tsx'
import { Page } from '../../ui/Page.tsx'
import { useAsk } from '../../use-call.ts'
import styles from './Groups.module.css'

const step = 50
const mostShown = 200

/** The audience "Newsletter" (S2-14): who said yes to marketing by e-mail and may be written to, newest first. */
export function NewsletterPage({ onOpen }: { readonly onOpen: (id: CustomerId) => void }) {
  const { t } = useTranslation('groups')
  const [most, setMost] = useState(step)
  const audience = useAsk('messaging/newsletter', { before: null, most }, ['customers-changed', 'customer-changed'], { keepLast: true })
  if (audience.error) return <Failure failure={audience.error} retry={() => void audience.refetch()} />
  const rows = audience.data?.rows ?? []
  return (
    <Page title={t('newsletter')} wide>
      {!audience.data && <Late rows={6} />}
      {audience.data && <div className={styles['bar']}><p className={styles['sentence']} role="status"><strong>{t('subscribers', { count: audience.data.count })}</strong> <span className="muted">{t('newsletter-what')}</span></p></div>}
      {audience.data && rows.length === 0 && <Empty sentence={t('nobody-subscribed')} />}
      {rows.length > 0 && <Subscribers rows={rows} onOpen={onOpen} more={audience.data?.more != null && most < mostShown ? () => setMost(mostShown) : null} />}
      {audience.data && most >= mostShown && audience.data.more !== null && <p className={styles['note']}>{t('newest-shown', { count: mostShown })}</p>}
    </Page>
  )
}

type Rows = NonNullable<ReturnType<typeof useAsk<'messaging/newsletter'>>['data']>['rows']
function Subscribers({ rows, onOpen, more }: { readonly rows: Rows; readonly onOpen: (id: CustomerId) => void; readonly more: (() => void) | null }) {
  const { t } = useTranslation('groups')
  const { date } = useFormat()
  return (
    <div className={styles['rows']}>
      <table className={styles['list']} aria-label={t('newsletter')}>
        <thead><tr><th scope="col">{t('name')}</th><th scope="col">{t('email')}</th><th scope="col">{t('since')}</th><th scope="col">{t('how')}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}><th scope="row"><UnstyledButton className={styles['open']} onClick={() => onOpen(row.id)}>{row.name}</UnstyledButton></th><td>{row.email}</td><td>{date(row.since)}</td><td>{t(`how-${row.how.split(':')[0]?.replaceAll(' ', '-')}`, { defaultValue: row.how })}</td></tr>
          ))}
        </tbody>
      </table>
      <MoreRows more={more} />
    </div>
  )
}
