import { useTranslation } from 'react-i18next'
import type { Register } from '../../main/shop/shop.ts'
import { call, newRequestId } from '../bridge.ts'
import { useHere } from '../here.ts'
import { sayToast } from '../toasts.ts'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { Locked, Page, Section } from '../ui/Page.tsx'
import { SavedText } from '../ui/SavedText.tsx'
import { useAct, useAsk } from '../use-call.ts'
import { useRights } from '../use-rights.ts'
import styles from './Shop.module.css'

const rename = (registerId: Register['id'], name: string) => call('shop/rename-register', { requestId: newRequestId(), registerId, name })

/** The tills of this shop. They enter themselves; an owner gives them names people use. */
export function TillsPage() {
  const { t } = useTranslation('shop')
  const { register } = useHere()
  const mayEdit = useRights()('edit-shop') === 'yes'
  const tills = useAsk('shop/registers', {}, ['shop-changed'])
  const undo = useAct(rename)
  const act = useAct(async (till: Register, name: string) => {
    await rename(till.id, name)
    sayToast({ tone: 'done', text: t('saved'), undo: () => void undo.run(till.id, till.name) })
  })
  if (tills.error) return <Failure failure={tills.error} retry={() => void tills.refetch()} />
  return (
    <Page title={t('tills')}>
      {!mayEdit && <Locked sentence={t('owner-only')} />}
      <Section note={t('tills-why')}>
        {!tills.data && <Late rows={2} />}
        {tills.data?.map((till) => (
          <div key={till.id} className={styles['till']}>
            <span className={styles['number']} aria-label={t('till-number', { number: till.number })}>{till.number}</span>
            <SavedText
              label={t('till-name', { number: till.number })} hideLabel value={till.name} most={40} disabled={!mayEdit}
              check={(name) => (name.trim() === '' ? t('name-needed') : undefined)} onSave={(name) => void act.run(till, name)}
            />
            <span className="muted">{till.id === register.id ? t('this-till') : ''}</span>
          </div>
        ))}
      </Section>
    </Page>
  )
}
