import { useMemo, type ComponentProps } from 'react'
import type { CustomerId } from '../../main/vocabulary.ts'
import { EditCustomer } from '../customers/EditCustomer.tsx'
import type { FormSlots } from '../customers/form-slots.ts'
import { PortalLogin } from '../customers/groups/PortalLogin.tsx'
import { CardsList } from '../loyalty/CardsList.tsx'
import { HouseholdSection } from '../loyalty/HouseholdSection.tsx'
import { SecurityQuestion } from '../loyalty/SecurityQuestion.tsx'
import { usePlace } from '../navigation.ts'

type Props = Omit<ComponentProps<typeof EditCustomer>, 'slots'>

/** The form of a customer with what other rooms bring under Advanced: their cards and household, how they log in, and by which question they are known. */
export function CustomerForm(props: Props) {
  const { go } = usePlace()
  const slots = useMemo<FormSlots>(() => ({
    advanced: ({ id, displayName }) => (
      <>
        <CardsList customerId={id} name={displayName} />
        <HouseholdSection customerId={id} name={displayName} />
        <PortalLogin customerId={id} onOpenOther={(customerId: CustomerId) => go({ screen: 'customers', customerId })} />
        <SecurityQuestion customerId={id} name={displayName} always />
      </>
    ),
  }), [go])
  return <EditCustomer {...props} slots={slots} />
}
