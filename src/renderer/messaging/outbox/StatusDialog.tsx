import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Service } from '../../../main/flows/outbox-doors.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { useAsk } from '../../use-call.ts'
import styles from './Outbox.module.css'

type Props = { readonly opened: boolean; readonly onClose: () => void; readonly onOutbox: (() => void) | null }

/** How each service stands (S1-37), in words and with a shape, never by colour alone. One till and no server: the shop runs locally. */
export function StatusDialog({ opened, onClose, onOutbox }: Props) {
  const { t } = useTranslation('outbox')
  return (
    <Modal opened={opened} onClose={onClose} title={t('status')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {opened && <Services />}
      {onOutbox && <Button variant="default" mt="md" onClick={onOutbox}>{t('outbox')}</Button>}
    </Modal>
  )
}

function Services() {
  const { t } = useTranslation('outbox')
  const services = useServices()
  if (services.error) return <Failure failure={services.error} retry={() => void services.refetch()} />
  if (!services.data) return <Late rows={4} />
  return (
    <ul className={styles['rows']}>
      {services.data.map((service) => (
        <li key={service.name} className={styles['row']}>
          <span className={styles['dot']} data-state={lookOf(service)} aria-hidden />
          <div><strong>{t(`service-${service.name}`)}</strong>{t(`is-${service.name}-${service.state}`)}{service.waiting > 0 && ` ${t('waiting', { count: service.waiting })}`}</div>
        </li>
      ))}
    </ul>
  )
}

export const useServices = () => useAsk('messaging/services', {}, ['outbox-changed', 'exports-changed', 'customer-changed', 'points-changed'])
export const waitingIn = (services: readonly Service[] | undefined): number => (services ?? []).reduce((sum, { waiting }) => sum + waiting, 0)
const lookOf = ({ state, waiting }: Service): string => (waiting > 0 ? 'waiting' : state)
