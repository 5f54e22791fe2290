import { FocusTrap } from '@mantine/core'
import { useRef } from 'react'
import type { CustomerId } from '../../main/vocabulary.ts'
import { CustomerPicker } from '../customers/CustomerPicker.tsx'
import { QuickNew } from '../customers/QuickNew.tsx'
import { useKeys } from '../use-keys.ts'
import { CustomerForm } from './CustomerForm.tsx'
import type { CustomerView, Scanned, SetCustomerView } from './customer-view.ts'
import styles from './CustomerLayer.module.css'
import { CustomerProfile } from './CustomerProfile.tsx'
import { LicenceStrip } from './LicenceStrip.tsx'
import { useLayerFocus, useTapOutside } from './use-layer.ts'
import { useLinkLicence } from './use-link-licence.ts'
import { useSaidNew } from './use-said-new.ts'

/**
 * What lies over the cart while `view` is not null: picker, quick new, profile or edit form. Place it inside the register screen's
 * positioned root (it is absolutely placed over it). `onAttach` and `onAddToCart` put the
 * person on the cart (`useCartCustomer().attach` does it and says so); the layer closes itself afterwards.
 */
export type CustomerLayerProps = {
  readonly view: CustomerView; readonly setView: SetCustomerView; readonly cartCustomerId: CustomerId | null
  /** `before` is who was on the cart until now, for the way back. */
  readonly onAttach: (customerId: CustomerId, before: CustomerId | null) => unknown; readonly onAddToCart: (customerId: CustomerId, before: CustomerId | null) => unknown
}

export function CustomerLayer(props: CustomerLayerProps) {
  const { view, setView } = props
  const layer = useRef<HTMLDivElement>(null)
  useLayerFocus(view !== null)
  useTapOutside(layer, view?.kind === 'picker', () => setView(null))
  useKeys({ Escape: view?.kind === 'picker' ? () => setView(null) : undefined })
  if (!view) return null
  return (
    <div className={styles['layer']} ref={layer} data-customer-layer>
      {hasPicker(view) && <Picker {...props} view={view} />}
      {view.kind === 'new' && <New {...props} typed={view.typed} scanned={view.scanned} />}
      {view.kind === 'profile' && <Profile {...props} view={view} />}
      {view.kind === 'edit' && <div className={styles['wide']}><CustomerForm key={view.id} id={view.id} surface="register" onClose={() => setView(behindEdit(view))} /></div>}
    </div>
  )
}

type Of<K extends NonNullable<CustomerView>['kind']> = Extract<NonNullable<CustomerView>, { kind: K }>

/** The list stays where it was while details opened from it are looked at: Back finds the same words and the same place. */
const hasPicker = (view: NonNullable<CustomerView>): boolean => view.kind === 'picker' || ((view.kind === 'profile' || view.kind === 'edit') && view.from === 'picker')
const behindEdit = (view: Of<'edit'>): CustomerView => (view.from === undefined ? null : { kind: 'profile', id: view.id, ...(view.from === 'picker' ? { from: 'picker' } : {}) })

function Picker({ view, setView, onAttach, cartCustomerId }: CustomerLayerProps & { readonly view: NonNullable<CustomerView> }) {
  const isAlone = view.kind === 'picker'
  return (
    <FocusTrap active={isAlone}>
      <div className={styles['side']} data-customer-picker>
        <CustomerPicker
          {...(isAlone && view.text !== undefined ? { text: view.text } : {})} onClose={() => setView(null)}
          onPick={(id) => (setView(null), onAttach(id, cartCustomerId))} onOpen={(id) => setView({ kind: 'profile', id, from: 'picker' })} onNew={(typed) => setView({ kind: 'new', typed })}
        />
      </div>
    </FocusTrap>
  )
}

type NewProps = CustomerLayerProps & { readonly typed: string; readonly scanned: Scanned | undefined }
function New({ typed, scanned, setView, onAttach, cartCustomerId }: NewProps) {
  const say = useSaidNew(cartCustomerId)
  const link = useLinkLicence(cartCustomerId)
  const use = (id: CustomerId) => (setView(null), scanned ? link(id, scanned.person) : onAttach(id, cartCustomerId))
  return (
    <FocusTrap active>
      <div className={styles['side']}>
        <QuickNew
          typed={typed} canAdd onBack={() => setView({ kind: 'picker', text: typed })} onUse={use} scanned={scanned?.person} said={scanned && <LicenceStrip note={scanned.licence} />}
          onSaved={(saved) => (setView(null), say(saved))} beside={(card) => <div className={styles['beside']}>{card}</div>}
        />
      </div>
    </FocusTrap>
  )
}

function Profile({ view, setView, cartCustomerId, onAddToCart }: CustomerLayerProps & { readonly view: Of<'profile'> }) {
  const { id, tab, from } = view
  return (
    <div className={styles['wide']}>
      <CustomerProfile
        key={id} id={id} {...(tab ? { tab } : {})} onBack={() => setView(from === 'picker' ? { kind: 'picker' } : null)} onRepeat={() => setView(null)}
        onEdit={() => setView({ kind: 'edit', id, from: from ?? 'profile' })} onAddToCart={cartCustomerId === id ? undefined : () => (setView(null), onAddToCart(id, cartCustomerId))}
      />
    </div>
  )
}
