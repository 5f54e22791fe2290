import { useCallback, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { LetterStrip } from '../ui/LetterStrip.tsx'
import { LongList, type LongListHandle } from '../ui/LongList.tsx'
import { countOf, entryAt, indexOfPlace, letterAt, placeOf } from './people-list.ts'
import { HeadingRow, PersonRow, WaitingRow } from './PersonRow.tsx'
import type { Picking } from './use-picking.ts'

type Props = {
  readonly id: string; readonly list: RefObject<LongListHandle | null>; readonly picking: Picking
  readonly onPick: (id: CustomerId) => void; readonly onOpen?: (id: CustomerId) => void
}
const [personPx, headingPx] = [56, 32]

/** The people of the picker and of the Customers screen: one list, one way to tell namesakes apart. */
export function PeopleList({ id, list, picking, onPick, onOpen }: Props) {
  const { t } = useTranslation('picker')
  const { shown, people, more, active } = picking
  const { look } = people
  const onRange = useCallback((first: number, last: number) => {
    if (shown.found) return last >= shown.found.length - 1 ? void more() : undefined
    const begin = indexOfPlace(shown, 0)
    return look(Math.max(0, first - begin), Math.max(0, last - begin))
  }, [shown, more, look])
  const row = (index: number): ReactNode => {
    const entry = entryAt(shown, index)
    if (entry.kind === 'heading') return <HeadingRow index={index}>{t(entry.of)}</HeadingRow>
    const person = picking.rowAt(index)
    if (!person) return <WaitingRow index={index} />
    return <PersonRow row={person} id={`${id}-${index}`} index={index} active={index === active} onPick={() => onPick(person.id)} onOpen={onOpen && (() => onOpen(person.id))} />
  }
  const heightOf = useCallback((index: number) => (entryAt(shown, index).kind === 'heading' ? headingPx : personPx), [shown])
  const keyOf = useCallback((index: number) => {
    const entry = entryAt(shown, index)
    return entry.kind === 'person' ? `${shown.found ? 'found' : 'recent'}-${entry.row.id}` : entry.kind === 'place' ? `place-${entry.place}` : entry.of
  }, [shown])
  return (
    // Another answer is another list: it begins at its beginning, wherever the one before it stood.
    <LongList
      key={shown.found ? `found ${picking.only ?? ''} ${picking.found.text}` : 'all'} count={countOf(shown)} heightOf={heightOf} keyOf={keyOf} row={row} id={id} label={t('customers')} scrollLabel={t('scroll')} onRange={onRange} handle={list}
      beside={shown.found ? null : <Letters picking={picking} list={list} />}
    />
  )
}

function Letters({ picking, list }: Pick<Props, 'picking' | 'list'>) {
  const { t } = useTranslation('picker')
  const { whole } = useFormat()
  const { letters, at } = picking.people
  const jump = (letter: string) => list.current?.show(indexOfPlace(picking.shown, placeOf(letters, letter)), 'start')
  return <LetterStrip letters={letters} here={letterAt(letters, at)} label={t('letters')} say={(letter, count) => t('letter', { letter, count, shown: whole(count) })} onLetter={jump} />
}
