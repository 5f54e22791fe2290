import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { ApprovalContext } from '../approval.ts'
import { call } from '../bridge.ts'
import { useAct } from '../use-call.ts'
import type { Act, Signed } from './use-change.ts'

/** Asks for the Manager PIN before anything is typed: always, whoever is signed in. What it says is what the manager allows, and for whom. */
export function useSignature(customerId: CustomerId, name: string, onSigned: (signed: Signed) => void) {
  const { t } = useTranslation('loyalty')
  const ask = useContext(ApprovalContext)
  const [asking, setAsking] = useState(false)
  const asked = useAct(async (act: Act) => {
    setAsking(true)
    try {
      const { target } = await call('loyalty/approval-target', { customerId, act, second: false })
      const approvalId = await ask({ right: 'adjust-points', target, what: t(`approve-${act}`, { name }) })
      if (approvalId !== null) onSigned({ act, approvalId })
    } finally {
      setAsking(false)
    }
  })
  return { asking, begin: (act: Act) => void asked.run(act) }
}
