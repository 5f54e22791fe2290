import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../ui/Page.tsx'
import { InputSettings } from './inputs/InputSettings.tsx'
import { WiringHelp } from './inputs/WiringHelp.tsx'

/** What is plugged in, what each device is used for, and how it fares. `children` are the sections of printers and camera. */
export function DevicesPage({ onBack, children }: { readonly onBack: () => void; readonly children?: ReactNode }) {
  const { t } = useTranslation('devices')
  const back = <Button variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />} onClick={onBack}>{t('back')}</Button>
  return (
    <Page title={t('devices')} actions={back}>
      <InputSettings />
      {children}
      <WiringHelp />
    </Page>
  )
}
