import { Button, Group, Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import { call } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { useAct } from '../../use-call.ts'
import styles from './Inputs.module.css'
import { seen } from './say-device.ts'
import { useSaveDevice, type DeviceRow } from './use-devices.ts'

type Learning = Output<'devices/learning'>
export type Result = NonNullable<Learning['result']>
const lookEveryMs = 250

/** Three different codes teach what a serial scanner sends before and after each, and how long its pauses are. Saved at once, with Undo. */
export function LearnDialog({ device, onClose }: { readonly device: DeviceRow; readonly onClose: () => void }) {
  const { t } = useTranslation('devices')
  const { learning, again } = useLearning(device)
  useSaved(device, learning?.result ?? null)
  return (
    <LearnFrame title={t('learn-of', { name: device.name })} scans={learning?.scans ?? 0} needed={learning?.needed ?? 3} result={learning?.result ?? null} over={learning?.over ?? false} again={again} onClose={onClose} />
  )
}

/** Asks how far it is until there is a result: the end of the last scan is a silence, of which nobody tells. */
function useLearning({ id }: DeviceRow) {
  const [learning, setLearning] = useState<Learning | null>(null)
  const [round, setRound] = useState(0)
  const begin = useAct(() => call('devices/learn', { id }))
  const { run } = begin
  useEffect(() => {
    let isOver = false
    let timer = 0
    const look = async () => {
      const now = await call('devices/learning', {}).catch(() => null)
      if (isOver || !now) return
      setLearning(now)
      if (now.result === null && !now.over) timer = window.setTimeout(() => void look(), lookEveryMs)
    }
    void run().then((begun) => {
      if (begun === null && !isOver) void look()
    })
    return () => {
      isOver = true
      window.clearTimeout(timer)
      void call('devices/learn', { id: null }).catch(() => undefined)
    }
  }, [id, round, run])
  const again = () => {
    setLearning(null)
    setRound((last) => last + 1)
  }
  return { learning, again }
}

function useSaved(device: DeviceRow, result: Result | null): void {
  const { t } = useTranslation('devices')
  const save = useSaveDevice()
  const saved = useRef<Result | null>(null)
  useEffect(() => {
    if (result === null || 'trouble' in result || saved.current === result || device.how.transport !== 'serial') return
    saved.current = result
    const { prefix, suffix, gapMs } = result
    const { address, settings } = device.how
    void save.run(device, { kind: device.kind, name: device.name, transport: 'serial', address, settings: { ...settings, prefix, suffix, gapMs } }, t('learnt', { name: device.name }))
  }, [result, device, save, t])
}

type FrameProps = { readonly title: string; readonly scans: number; readonly needed: number; readonly result: Result | null; readonly over: boolean; readonly again: () => void; readonly onClose: () => void }
/** The same dialog for a scanner on a line and one that types. */
export function LearnFrame({ title, scans, needed, result, over, again, onClose }: FrameProps) {
  const { t } = useTranslation('devices')
  const isStuck = (result !== null && 'trouble' in result) || (over && result === null)
  return (
    <Modal opened onClose={onClose} title={title} size={560} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <div className={styles['heard']} role="status" aria-live="polite">
        <p className={styles['waiting']}>{result === null ? t('learn-how') : 'trouble' in result ? t(`learn-${result.trouble}`) : t('learn-done')}</p>
        {result === null && <p className={styles['count']}>{t('learn-count', { scans, needed })}</p>}
        {result !== null && !('trouble' in result) && <LearnResult result={result} />}
      </div>
      <Group justify="flex-end" mt="lg">
        {isStuck && <Button variant="default" onClick={again}>{t('learn-again')}</Button>}
        <Button onClick={onClose} data-autofocus>{result !== null && !isStuck ? t('ui:done') : t('ui:cancel')}</Button>
      </Group>
    </Modal>
  )
}

function LearnResult({ result }: { readonly result: Exclude<Result, { trouble: string }> }) {
  const { t } = useTranslation('devices')
  const { quantity } = useFormat()
  return (
    <dl className={styles['result']}>
      <dt>{t('prefix')}</dt>
      <dd>{result.prefix === '' ? t('no-prefix') : <code className={styles['raw']}>{seen(result.prefix)}</code>}</dd>
      <dt>{t('suffix')}</dt>
      <dd>{t(`suffix-${result.suffix}`)}</dd>
      <dt>{t('pace')}</dt>
      <dd>{t('pace-is', { ms: quantity(result.msPerCharacter * 1_000) })}</dd>
    </dl>
  )
}
