import { Avatar } from '@mantine/core'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useAsk } from '../use-call.ts'

type Props = { readonly initial: string; readonly photoOf?: CustomerId | null; readonly size?: number }

/** The round initial, or the photo where there is one. It says nothing itself: the name stands beside it. */
export function Initial({ initial, photoOf = null, size = 40 }: Props) {
  const photo = useAsk('customers/photo', { id: photoOf as CustomerId }, ['customer-changed'], { enabled: photoOf !== null }).data
  const src = photoOf !== null && photo ? `data:${photo.mediaType};base64,${photo.base64}` : null
  return <Avatar src={src} size={size} radius="xl" color="accent" alt="" aria-hidden styles={{ placeholder: { background: 'var(--accent-soft)', color: 'var(--accent)', fontWeight: 600, fontSize: size / 2.4 } }}>{initial}</Avatar>
}
