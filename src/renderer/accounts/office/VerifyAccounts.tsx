import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import { call } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { Section } from '../../ui/Page.tsx'
import { useAct } from '../../use-call.ts'
import styles from '../Accounts.module.css'

/** Reads every entry again and says whether it is as it was written, or which is the first that is not. */
export function VerifyAccounts() {
  const { t } = useTranslation('accounts')
  const { whole, dateTime } = useFormat()
  const [found, setFound] = useState<Output<'accounts/verify'> | null>(null)
  const checking = useAct(async () => setFound(await call('accounts/verify', null)))
  return (
    <Section title={t('verify')} note={t('verify-why')}>
      <div className={styles['buttons']}>
        <Button variant="default" loading={checking.busy} onClick={() => void checking.run()}>{t('verify')}</Button>
        <p className={styles['rest']} role="status">
          {found?.broken === null && <><IconCircleCheck size={20} aria-hidden /> {t('verified', { rows: whole(found.rows) })}</>}
          {found?.broken && <><IconAlertTriangle size={20} aria-hidden /> {t(`broken-${found.broken.what}`, { id: found.broken.id, when: found.broken.at === null ? '' : dateTime(found.broken.at) })}</>}
        </p>
      </div>
    </Section>
  )
}
