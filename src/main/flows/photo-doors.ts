import type { Core } from '../context.ts'
import { customersApi } from '../customers/customers.api.ts'
import { readPhoto } from '../customers/photos.sql.ts'
import type { CustomerId } from '../vocabulary.ts'
import { noting } from './note-change.ts'

/** What the customers room answers by itself, with a line in the audit when a picture comes or goes. */
export function customerRoomDoors(core: Core): ReturnType<typeof customersApi> {
  const doors = customersApi(core)
  return {
    ...doors,
    'customers/save-photo': noting(core, doors['customers/save-photo'], { kind: 'photo-changed', target: ({ id }) => `customer/${id}`, look: ({ id }) => photoFacts(core, id) }),
  }
}

/** That there is one, of which kind and how large: never the picture. */
function photoFacts({ db }: Core, id: CustomerId): { photo: string } | null {
  const photo = readPhoto(db, id)
  return photo ? { photo: `${photo.mediaType}, ${photo.base64.length}` } : null
}
