import { Progress, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Events } from '../../main/events.ts'
import { on } from '../bridge.ts'
import styles from '../ui/Panels.module.css'

/** The demo shop is being made: how far it is. */
export function DemoProgress() {
  const { t } = useTranslation('app')
  const [at, setAt] = useState<Events['demo-progressed']>({ step: 'items', done: 0, total: 1 })
  useEffect(() => on('demo-progressed', setAt), [])
  const percent = at.total > 0 ? (100 * at.done) / at.total : 0
  return (
    <main className={styles['panel']}>
      <h1>{t('demo-title')}</h1>
      <Progress value={percent} w={420} size="lg" aria-label={t('demo-title')} />
      <Text className="numbers">{t(`demo-${at.step}`, { done: at.done, total: at.total })}</Text>
    </main>
  )
}
