import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { Failure } from '../ui/Failure.tsx'
import type { LongListHandle } from '../ui/LongList.tsx'
import styles from './CustomerPicker.module.css'
import { PeopleList } from './PeopleList.tsx'
import type { Picking } from './use-picking.ts'

type Props = {
  readonly id: string; readonly list: RefObject<LongListHandle | null>; readonly picking: Picking
  readonly onPick: (id: CustomerId) => void; readonly onOpen?: (id: CustomerId) => void
}

/** The list under the search, with what a screen reader hears of it and a note when a typing mistake was forgiven. */
export function FoundPeople(props: Props) {
  const { t } = useTranslation('picker')
  const { picking } = props
  const { found, searching } = picking
  const failure = searching ? found.failure : picking.people.counts.error
  return (
    <>
      <p className="spoken-only" role="status">{picking.spoken(t)}</p>
      {picking.isNear && <p className={styles['near']}>{t('near', { typed: found.text })}</p>}
      <div className={styles['list']}>
        {failure ? <Failure failure={failure} retry={() => void (searching ? picking.settle() : picking.people.counts.refetch())} /> : <PeopleList {...props} />}
      </div>
    </>
  )
}
