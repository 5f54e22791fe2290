import { useMemo, type ComponentProps, type ReactNode } from 'react'
import type { CustomerId } from '../../main/vocabulary.ts'
import { EditCustomer } from '../customers/EditCustomer.tsx'
import type { FormSlots } from '../customers/form-slots.ts'
import { PortalLogin } from '../customers/groups/PortalLogin.tsx'
import { CardsList } from '../loyalty/CardsList.tsx'
import { HouseholdSection } from '../loyalty/HouseholdSection.tsx'
import { SecurityQuestion } from '../loyalty/SecurityQuestion.tsx'
import { usePlace } from '../navigation.ts'
import { useAsk } from '../use-call.ts'

type Props = Omit<ComponentProps<typeof EditCustomer>, 'slots'>

/** The form of a customer with what other rooms bring under Advanced: their cards and household, how they log in, and by which question they are known. */
export function CustomerForm(props: Props) {
  const { go } = usePlace()
  const slots = useMemo<FormSlots>(() => ({
    advanced: ({ id, displayName }) => (
      <>
        <CardsList customerId={id} name={displayName} />
        <MembersOnly customerId={id}><HouseholdSection customerId={id} name={displayName} /></MembersOnly>
        <PortalLogin customerId={id} onOpenOther={(customerId: CustomerId) => go({ screen: 'customers', customerId })} />
        <SecurityQuestion customerId={id} name={displayName} always />
      </>
    ),
  }), [go])
  return <EditCustomer {...props} slots={slots} />
}

/** A household is of members: whoever is none has no place for it. */
function MembersOnly({ customerId, children }: { readonly customerId: CustomerId; readonly children: ReactNode }) {
  const points = useAsk('loyalty/points', { customerId }, ['points-changed', 'loyalty-changed']).data
  return points?.member ? children : null
}
