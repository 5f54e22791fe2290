import { Button, Group, Loader, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import styles from './Inputs.module.css'
import { seen } from './say-device.ts'
import type { TestShown } from './use-devices.ts'

/** Waits for one device to be used, and shows what came, masked where it is about a person. */
export function TestDialog({ name, test, onClose }: { readonly name: string; readonly test: TestShown | undefined; readonly onClose: () => void }) {
  const { t } = useTranslation('devices')
  return (
    <Modal opened onClose={onClose} title={t('test-of', { name })} size={640} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <div role="status" aria-live="polite" className={styles['heard']}>
        {test ? <TestResult test={test} name={name} /> : <p className={styles['waiting']}><Loader size="sm" aria-hidden />{t('scan-now')}</p>}
      </div>
      <Group justify="flex-end" mt="lg"><Button onClick={onClose} data-autofocus>{t('ui:done')}</Button></Group>
    </Modal>
  )
}

/** What one scan was: raw as it came, and what was read from it. */
export function TestResult({ test, name }: { readonly test: TestShown; readonly name: string }) {
  const { t } = useTranslation('devices')
  const format = useFormat()
  const is = test.kind === 'test' ? test.is : test.kind
  const raw = test.kind === 'test' ? seen(test.shown) : test.raw
  return (
    <dl className={styles['result']}>
      <dt>{name}</dt>
      <dd>{t(`kind-${is}`)}, {format.time(test.at)}</dd>
      {test.symbology && <><dt>{t('symbology')}</dt><dd>{test.symbology}</dd></>}
      {raw !== '' && <><dt>{t('raw')}</dt><dd><code className={styles['raw']}>{raw}</code></dd></>}
      {test.kind !== 'test' && test.licence && <LicenceRead licence={test.licence} />}
      <dt>{t('means')}</dt>
      <dd>{t(`means-${is}`)}</dd>
    </dl>
  )
}

type Licence = NonNullable<Extract<TestShown, { licence: unknown }>['licence']>
function LicenceRead({ licence }: { readonly licence: Licence }) {
  const { t } = useTranslation('devices')
  const where = licence.version === null ? licence.jurisdiction : t('jurisdiction-version', { jurisdiction: licence.jurisdiction, version: licence.version })
  return (
    <>
      <dt>{t('issued-by')}</dt>
      <dd>{where}</dd>
      <dt>{t('read')}</dt>
      <dd>{licence.has.map((part) => t(`part-${part}`)).join(', ')}</dd>
      {licence.warnings.length > 0 && <><dt>{t('warnings')}</dt><dd>{licence.warnings.map((warning) => t(`warning-${warning}`)).join(', ')}</dd></>}
    </>
  )
}
