import type { TFunction } from 'i18next'
import { useEffect, useState } from 'react'
import type { Output } from '../../../main/handlers.ts'
import { call, newRequestId } from '../../bridge.ts'
import { useScanPlace, type OutcomeOf } from '../../scan-place.ts'
import { sayToast } from '../../toasts.ts'
import { useAct, useAsk } from '../../use-call.ts'

export type DeviceRow = Output<'devices/list'>[number]
export type Plugged = Output<'devices/plugged-in'>
export type Draft = Parameters<typeof call<'devices/save'>>[1]['draft']
export type Tested = Output<'devices/tested'>['tests'][number]
/** A keyboard scanner has no row of its own: it types. */
export type TestShown = Tested | (OutcomeOf<'test'> & { readonly deviceId: null })

const testAgainMs = 4_000

/** The scanners and readers of this till, asked again whenever one is found, lost or used. */
export const useDevices = () => useAsk('devices/list', {}, ['devices-changed', 'device-used'], { keepLast: true })

/** While the page is open every scan, of whatever device, is only shown on it. Answers the newest of each. */
export function useTests(mayTest: boolean): readonly TestShown[] {
  const [typed, setTyped] = useState<TestShown | null>(null)
  useScanPlace({
    screen: 'settings', customerId: null,
    show: (outcome) => {
      if (outcome.kind !== 'test' || !mayTest) return false // who may not test sees it as a toast
      setTyped({ ...outcome, deviceId: null })
      return true
    },
  })
  useEffect(() => {
    if (!mayTest) return undefined
    const tell = (on: boolean) => void call('devices/test', { on }).catch(() => undefined)
    tell(true)
    const timer = window.setInterval(() => tell(true), testAgainMs)
    const leave = () => tell(false)
    window.addEventListener('pagehide', leave)
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [mayTest])
  const heard = useAsk('devices/tested', {}, ['device-tested'], { enabled: mayTest }).data?.tests ?? []
  return [...heard, ...(typed ? [typed] : [])].toSorted((one, other) => other.at.localeCompare(one.at))
}

/** Saves at once, and Undo puts back what was there. */
export function useSaveDevice() {
  const save = (id: DeviceRow['id'] | null, draft: Draft) => call('devices/save', { requestId: newRequestId(), id, draft })
  const back = useAct(save)
  return useAct(async (device: DeviceRow | null, draft: Draft, said: string) => {
    const { id } = await save(device?.id ?? null, draft)
    const undo = device && draftOf(device)
    if (undo) sayToast({ tone: 'done', text: said, undo: () => void back.run(id, undo) })
    else sayToast({ tone: 'done', text: said })
    return id
  })
}

/** Takes the device out of use; Undo brings it back as it was. */
export function useRemoveDevice(t: TFunction<'devices'>) {
  const back = useAct((id: DeviceRow['id']) => call('devices/restore', { requestId: newRequestId(), id }))
  return useAct(async (device: DeviceRow) => {
    await call('devices/remove', { requestId: newRequestId(), id: device.id })
    sayToast({ tone: 'done', text: t('removed', { name: device.name }), undo: () => void back.run(device.id) })
  })
}

export function draftOf({ kind, name, how }: DeviceRow): Draft | null {
  if (how.transport === 'serial') return { kind, name, transport: 'serial', address: how.address, settings: how.settings }
  return how.address && { kind, name, transport: 'hid', address: how.address, settings: {} }
}
