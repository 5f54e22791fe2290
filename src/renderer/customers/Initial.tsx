import { Avatar } from '@mantine/core'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useAsk } from '../use-call.ts'
import type { Picture } from './record-form.ts'

type Props = { readonly initial: string; readonly photoOf?: CustomerId | null; readonly size?: number; /** One that is not saved yet. */ readonly picture?: Picture | null }

/** The round initial, or the photo where there is one. It says nothing itself: the name stands beside it. */
export function Initial({ initial, photoOf = null, size = 40, picture = null }: Props) {
  const photo = useAsk('customers/photo', { id: photoOf as CustomerId }, ['customer-changed'], { enabled: photoOf !== null }).data
  const shown = photoOf === null ? picture : photo
  const src = shown ? `data:${shown.mediaType};base64,${shown.base64}` : null
  return <Avatar src={src} size={size} radius="xl" color="accent" alt="" aria-hidden styles={{ placeholder: { background: 'var(--accent-soft)', color: 'var(--accent)', fontWeight: 600, fontSize: size / 2.4 } }}>{initial}</Avatar>
}
