import type { Input, Output } from '../../main/handlers.ts'
import { call, CallFailed, newRequestId } from '../bridge.ts'
import type { OutcomeOf } from '../scan-place.ts'
import { sayToast } from '../toasts.ts'
import { sayFailure } from '../words.ts'

type Asking = OutcomeOf<'licence-profile'>
export type Field = Asking['fills'][number]
type Changes = Input<'customers/update'>['changes']
type Customer = Output<'customers/get'>

/** Writes what the card says into these fields of the profile. Answers the way back, as far as this screen knows what stood there. */
export async function fillFrom({ customerId, version, person }: Asking, fields: readonly Field[]): Promise<() => Promise<void>> {
  const before = await call('customers/get', { id: customerId })
  const changes = merged(fields.map((field) => changeOf(field, person, before)))
  const saved = await send(customerId, version, changes, fields.includes('licence') ? person.documentKey : null)
  return () => send(customerId, saved.version, merged(fields.map((field) => wayBack(field, before))), null).then(() => undefined, (error: unknown) =>
    sayToast({ tone: 'error', text: sayFailure(error instanceof CallFailed ? error : new CallFailed('bug', {})) }))
}

const merged = (parts: readonly Changes[]): Changes => Object.assign({}, ...parts) as Changes
const send = (id: Asking['customerId'], version: number, changes: Changes, documentKey: string | null) =>
  call('customers/update', { requestId: newRequestId(), id, version, changes, keepConsent: {}, consents: [], ...(documentKey ? { documentKey } : {}) })

function changeOf(field: Field, { firstName, lastName, birthDate, address, licence }: Asking['person'], { licence: onFile, addresses }: Customer): Changes {
  if (field === 'name') return { firstName, lastName }
  if (field === 'birthDate') return { birthDate }
  if (field === 'address') return address ? { addresses: [address, ...addresses.slice(1)] } : {}
  return { licence: { ...licence, number: onFile && licence.number === '' ? null : licence.number, source: 'scanned' } }
}

/** A number that is on file and was replaced is not known here: it stays the card's. */
function wayBack(field: Field, { firstName, lastName, birthDate, addresses, licence }: Customer): Changes {
  if (field === 'name') return { firstName, lastName }
  if (field === 'birthDate') return { birthDate }
  if (field === 'address') return { addresses: [...addresses] }
  return { licence: licence && { number: null, region: licence.region, country: licence.country, expiresOn: licence.expiresOn, source: licence.source } }
}
