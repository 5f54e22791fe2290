import { Checkbox, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { App } from '../../../main/flows/table-doors.ts'
import type { RegisterId } from '../../../main/vocabulary.ts'
import { call, newRequestId } from '../../bridge.ts'
import { useHere } from '../../here.ts'
import { sayToast } from '../../toasts.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { Locked, Page, Section } from '../../ui/Page.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import { useRights } from '../../use-rights.ts'
import styles from './Tables.module.css'
import { TableNames } from './TableNames.tsx'

const put = (app: App['name'], registerIds: readonly RegisterId[]) => call('apps/switch', { requestId: newRequestId(), app, registerIds: [...registerIds] })
const idsOn = ({ tills }: App): RegisterId[] => tills.filter(({ on }) => on).map(({ id }) => id)

/** Apps (App Directory): what a shop switches on, till by till. Nothing is sold here, and what is off shows nowhere (C13, S3-26). */
export function AppsPage() {
  const { t } = useTranslation('tables')
  const mayEdit = useRights()('edit-shop') === 'yes'
  const apps = useAsk('apps/list', {}, ['tables-changed', 'shop-changed'])
  const tables = apps.data?.find(({ name }) => name === 'tables')
  return (
    <Page title={t('apps')}>
      {!mayEdit && <Locked sentence={t('owner-only')} />}
      {apps.error && <Failure failure={apps.error} retry={() => void apps.refetch()} />}
      {apps.isPending && <Late rows={2} />}
      {tables && <Tables app={tables} mayEdit={mayEdit} />}
    </Page>
  )
}

function Tables({ app, mayEdit }: { readonly app: App; readonly mayEdit: boolean }) {
  const { t } = useTranslation('tables')
  const { shop } = useHere()
  const on = idsOn(app)
  const undo = useAct(put)
  const act = useAct(async (registerIds: readonly RegisterId[]) => {
    await put(app.name, registerIds)
    sayToast({ tone: 'done', text: t(on.length === 0 ? 'on-now' : registerIds.length === 0 ? 'off-now' : 'till-changed'), undo: () => void undo.run(app.name, on) })
  })
  const tick = (id: RegisterId, ticked: boolean) => void act.run(ticked ? [...on, id] : on.filter((each) => each !== id))
  return (
    <>
      <Section note={t('apps-what')}>
        <Switch label={t('table-management')} description={t('table-what')} checked={on.length > 0} disabled={!mayEdit || act.busy} onChange={(event) => void act.run(event.currentTarget.checked ? app.tills.map(({ id }) => id) : [])} />
        {on.length > 0 && (
          <div role="group" aria-label={t('stores')}>
            <p className={styles['label']}>{t('stores')}</p>
            <div className={styles['tills']}>{app.tills.map((till) => <Checkbox key={till.id} label={`${shop.name}, ${till.name}`} checked={till.on} disabled={!mayEdit || act.busy} onChange={(event) => tick(till.id, event.currentTarget.checked)} />)}</div>
          </div>
        )}
      </Section>
      {on.length > 0 && mayEdit && <TableNames />}
    </>
  )
}
