import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { call } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { DrawnRows } from '../../ui/DrawnRows.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { Page } from '../../ui/Page.tsx'
import styles from './Groups.module.css'
import { rowsAtOnce, usePages } from './use-pages.ts'

const rowPx = 57

/** The audience "Newsletter" (S2-14): who said yes to marketing by e-mail and may be written to, newest first. */
export function NewsletterPage({ onOpen }: { readonly onOpen: (id: CustomerId) => void }) {
  const { t } = useTranslation('groups')
  const audience = usePages<Output<'messaging/newsletter'>, number>(['messaging/newsletter'], (before) => call('messaging/newsletter', { before, most: rowsAtOnce }))
  if (audience.error) return <Failure failure={audience.error} retry={() => void audience.refetch()} />
  const rows = audience.pages.flatMap((page) => page.rows)
  return (
    <Page title={t('newsletter')} wide>
      {!audience.data && <Late rows={6} />}
      {audience.data && <div className={styles['bar']}><p className={styles['sentence']} role="status"><strong>{t('subscribers', { count: audience.pages[0]?.count ?? 0 })}</strong> <span className="muted">{t('newsletter-what')}</span></p></div>}
      {audience.data && rows.length === 0 && <Empty sentence={t('nobody-subscribed')} />}
      {rows.length > 0 && <Subscribers rows={rows} onOpen={onOpen} more={audience.next} />}
    </Page>
  )
}

type Rows = Output<'messaging/newsletter'>['rows']
function Subscribers({ rows, onOpen, more }: { readonly rows: Rows; readonly onOpen: (id: CustomerId) => void; readonly more: (() => void) | null }) {
  const { t } = useTranslation('groups')
  const { date } = useFormat()
  return (
    <div className={styles['rows']}>
      <table className={styles['list']} aria-label={t('newsletter')} aria-rowcount={rows.length + 1}>
        <thead><tr><th scope="col">{t('name')}</th><th scope="col">{t('email')}</th><th scope="col">{t('since')}</th><th scope="col">{t('how')}</th></tr></thead>
        <DrawnRows
          count={rows.length} rowPx={rowPx} keyOf={(index) => rows[index]?.id ?? ''} more={more}
          row={(index, drawn) => {
            const row = rows[index]
            return row && <tr key={row.id} {...drawn}><th scope="row"><UnstyledButton className={styles['open']} onClick={() => onOpen(row.id)}>{row.name}</UnstyledButton></th><td>{row.email}</td><td>{date(row.since)}</td><td>{t(`how-${row.how.split(':')[0]?.replaceAll(' ', '-')}`, { defaultValue: row.how })}</td></tr>
          }}
        />
      </table>
    </div>
  )
}
