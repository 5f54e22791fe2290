import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PrinterForm } from './printer-form.ts'
import type { Part } from './PrinterDialog.tsx'

/** What this shop wants of its printer: when it prints, how often, in which letters, with which drawer, code and display. */
export function PrinterHabits({ form, profile, change }: Part) {
  const { t } = useTranslation('printing')
  const nobody = { value: '', label: t('none-of-it') }
  return (
    <>
      <NativeSelect
        label={t('automatic')} value={form.automatic} data={(['always', 'ask', 'never'] as const).map((value) => ({ value, label: t(`automatic-${value}`) }))}
        onChange={(event) => change({ automatic: event.currentTarget.value as PrinterForm['automatic'] })}
      />
      <NativeSelect label={t('copies')} value={String(form.copies)} data={['1', '2', '3']} onChange={(event) => change({ copies: Number(event.currentTarget.value) })} />
      <NativeSelect
        label={t('drawer')} value={String(form.drawerPin ?? '')} data={[nobody, ...(profile?.pins ?? []).map((pin) => ({ value: String(pin), label: t('drawer-pin', { pin }) }))]}
        onChange={(event) => change({ drawerPin: event.currentTarget.value === '' ? null : (Number(event.currentTarget.value) as 2 | 5) })}
      />
      <NativeSelect
        label={t('sale-code')} value={form.saleCode ?? 'usual'} data={(['usual', 'code128', 'qr', 'none'] as const).map((value) => ({ value, label: t(`code-${value}`) }))}
        onChange={(event) => change({ saleCode: event.currentTarget.value === 'usual' ? null : (event.currentTarget.value as PrinterForm['saleCode']) })}
      />
      <NativeSelect
        label={t('code-page')} description={t('code-page-why')} value={form.codePage ?? ''} data={[{ value: '', label: t('code-page-each') }, ...(profile?.pages ?? [])]}
        onChange={(event) => change({ codePage: event.currentTarget.value === '' ? null : event.currentTarget.value })}
      />
      <NativeSelect
        label={t('display')} description={t('display-why')} value={form.display ?? ''} data={[nobody, { value: 'epson', label: t('display-epson') }, { value: 'cd5220', label: t('display-cd5220') }]}
        onChange={(event) => change({ display: event.currentTarget.value === '' ? null : (event.currentTarget.value as 'epson' | 'cd5220') })}
      />
    </>
  )
}
