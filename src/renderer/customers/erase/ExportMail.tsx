import { IconPaperclip } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import { useSize } from '../../ui/FileChip.tsx'
import { useAsk } from '../../use-call.ts'
import { useRights } from '../../use-rights.ts'
import styles from './Erase.module.css'

/** Messages to the shop's own people with an exported file attached: where they are, and that they wait while no mail is set up. */
export function ExportMail({ quiet = false }: { /** Nothing at all where nothing waits. */ readonly quiet?: boolean }) {
  const { t } = useTranslation('erase')
  const { dateTime } = useFormat()
  const size = useSize()
  const may = useRights()('export-customers') === 'yes'
  const mail = useAsk('exports/outbox', null, ['exports-changed', 'customers-erased'], { enabled: may }).data ?? []
  if (mail.length === 0) return quiet ? null : <p className="muted">{t('no-outbox')}</p>
  return (
    <div className={styles['page']}>
      <section aria-label={t('outbox')}>
        <p className="muted">{t('outbox-note')}</p>
        <table data-export-mail>
          <thead><tr><th>{t('to')}</th><th>{t('file')}</th><th>{t('when')}</th><th>{t('state')}</th></tr></thead>
          <tbody>
            {mail.map((each) => <tr key={each.id}><td>{each.address}</td><td><IconPaperclip size={16} aria-hidden /> {each.fileName} <span className="muted">{size(each.bytes)}</span></td><td>{dateTime(each.madeAt)}</td><td>{t(`mail-${each.state}`)}</td></tr>)}
          </tbody>
        </table>
      </section>
    </div>
  )
}
