import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { call } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { useAct, useAsk } from '../../use-call.ts'
import styles from './merge.module.css'

const ppm = 1_000_000

/** How far the search for duplicates has come, with Stop while it runs. */
export function SearchLine() {
  const { t } = useTranslation('merge')
  const { percent, dateTime } = useFormat()
  const state = useAsk('duplicates/state', {}, ['duplicates-found', 'customers-changed'])
  const search = useAct((from: 'start' | 'here') => call('duplicates/search', { from }).then(() => state.refetch()))
  const stop = useAct(() => call('duplicates/stop', {}).then(() => state.refetch()))
  if (!state.data) return null
  const { running, stopped, done, total, lastDoneAt } = state.data
  const share = percent(total === 0 ? ppm : Math.floor((done / total) * 100) * 10_000)
  return (
    <div className={styles['search']} role="status">
      {running && <><progress className={styles['bar']} value={done} max={Math.max(1, total)} aria-label={t('duplicates')} /><span>{t('searching', { percent: share })}</span><Button variant="default" loading={stop.busy} onClick={() => void stop.run()}>{t('stop')}</Button></>}
      {!running && stopped && <><span>{t('stopped', { percent: share })}</span><Button variant="default" onClick={() => void search.run('here')}>{t('go-on')}</Button></>}
      {!running && !stopped && <><span className="muted">{lastDoneAt === null ? '' : t('last-done', { when: dateTime(lastDoneAt) })}</span><Button variant="default" loading={search.busy} onClick={() => void search.run('start')}>{t('search-everyone')}</Button></>}
    </div>
  )
}
