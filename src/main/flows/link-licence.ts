import { z } from 'zod'
import type { Core } from '../context.ts'
import type { CustomerChanges } from '../customers/customer.ts'
import { setDocumentKey } from '../customers/document-keys.sql.ts'
import { customerId, documentKey } from '../customers/shapes.ts'
import { plainDate, requestId, text } from '../input.ts'
import { once } from '../store/once.ts'
import type { Caller } from '../vocabulary.ts'
import { putOnCart } from './attach-customer.ts'
import { cartAfter } from './change-cart.ts'
import { theRecord } from './read-customer.ts'
import { changeCustomer } from './update-customer.ts'

const shape = z.strictObject({
  requestId, customerId, documentKey: documentKey.nullable(), birthDate: plainDate.nullable(),
  licence: z.strictObject({ number: text(60), region: text(80), country: text(80), expiresOn: plainDate.nullable() }),
})
type Asked = z.infer<typeof shape>

/** "Maybe Ana Ruiz" was right: the licence is hers from now on, fills what was empty on her record, and she goes onto the cart. Refuses as attaching does. */
function work(core: Core, caller: Caller, asked: Asked) {
  const answer = once(core.db, { id: asked.requestId, door: 'devices/link-licence', at: core.now() }, () => {
    const { sale, ...attached } = putOnCart(core, caller, asked.customerId)
    changeCustomer(core, caller, { id: asked.customerId, version: theRecord(core, asked.customerId).version, changes: emptyOnes(core, asked), keepConsent: {}, consents: [] })
    if (asked.documentKey !== null) setDocumentKey(core.db, asked.customerId, asked.documentKey, core.now())
    return { cart: cartAfter(core, sale.id), ...attached }
  })
  core.emit('customer-changed', { customerId: asked.customerId })
  core.emit('sale-changed', { registerId: caller.registerId })
  return answer
}

function emptyOnes(core: Core, { customerId: id, birthDate, licence }: Asked): CustomerChanges {
  const stored = theRecord(core, id)
  return {
    ...(stored.birthDate === null && birthDate !== null ? { birthDate } : {}),
    ...(stored.licence === null ? { licence: { ...licence, source: 'scanned' as const } } : {}),
  }
}

export const linkLicence = { shape, work }
