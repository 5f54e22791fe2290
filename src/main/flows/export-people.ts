import type { Look } from '../context.ts'
import { contactFile } from '../customers/contact-file.ts'
import { csvRow, textCell, utf8Mark } from '../customers/export-csv.ts'
import { exportParts, exportPeople, type ExportParts, type ExportPerson } from '../customers/export-read.sql.ts'
import { rowCells, type RowForm } from '../customers/export-row.ts'
import { seenAddress, seenEmail, seenPhone } from '../customers/masks.ts'
import { displayName } from '../customers/names.ts'
import type { Made } from '../customers/exports.sql.ts'
import type { Address } from '../customers/customer.ts'
import { beginSealed } from '../store/sealed-file.ts'
import { selectedPages, type SelectionAsked } from './read-list.ts'

/** What the reader's thread is asked: who, which columns under which heads, and the key of the file it writes. */
export type ExportAsked = { readonly exportId: string; readonly key: string; readonly kind: 'csv' | 'vcard'; readonly selection: SelectionAsked; readonly form: RowForm; readonly heads: readonly string[] }

const pieceBytes = 512 * 1024

/**
 * Writes the file page by page, of one moment: however many people there are, what is held at a time is one page and one piece, and the till never
 * waits for it. A file that was stopped or could not be finished leaves nothing behind. Refuses 'check-cancelled'.
 */
export async function exportCustomers(look: Look, asked: ExportAsked): Promise<Made> {
  const file = beginSealed(look.db, asked.exportId, Buffer.from(asked.key, 'hex'))
  let [people, bytes, waiting] = [0, 0, asked.kind === 'csv' ? utf8Mark + csvRow(asked.heads.map(textCell), asked.form.separator) : '']
  const write = (): void => {
    const piece = Buffer.from(waiting)
    file.write(piece)
    bytes += piece.length
    waiting = ''
  }
  try {
    for await (const ids of selectedPages(look, asked.selection)) {
      const parts = exportParts(look.db, ids)
      for (const person of exportPeople(look.db, ids)) {
        waiting += asked.kind === 'csv' ? csvRow(rowCells({ person, parts }, asked.form), asked.form.separator) : cardOf(person, parts, asked.form)
        people++
      }
      if (waiting.length >= pieceBytes) write()
      look.heard({ done: people })
    }
    if (waiting !== '' || bytes === 0) write()
    file.done()
    return { people, bytes, pieces: file.pieces() }
  } finally {
    file.drop()
  }
}

function cardOf(person: ExportPerson, parts: ExportParts, { sight }: RowForm): string {
  const address = ({ label, address1, address2, city, region, postcode, country }: Address): Address => seenAddress({ label, address1, address2, city, region, postcode, country }, sight.address)
  return contactFile({
    displayName: displayName(person as never), firstName: person.firstName, lastName: person.lastName, nickname: person.nickname, company: person.company, jobTitle: person.jobTitle, website: person.website,
    phones: (parts.phones.get(person.id) ?? []).map(({ e164, typed, kind }) => ({ e164: '', typed: seenPhone(e164 || typed, sight.phone), kind })),
    emails: (parts.emails.get(person.id) ?? []).map((email) => ({ ...email, address: seenEmail(email.address, sight.email) })),
    addresses: (parts.addresses.get(person.id) ?? []).map((each) => address(each)),
    contacts: (parts.contacts.get(person.id) ?? []).map(({ name, role, e164, typed, email }) => ({ name, role, phone: seenPhone(e164 || typed, sight.phone), email: seenEmail(email, sight.email) })),
  })
}
