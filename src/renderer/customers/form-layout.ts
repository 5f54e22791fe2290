/** Where the form stands: quick new and edit over the cart, the profile, or the Back Office. The label of its button follows (C10). */
export type Surface = 'register' | 'profile' | 'office'
export type FieldName =
  | 'fullName' | 'names' | 'nickname' | 'company' | 'industry' | 'jobTitle' | 'type' | 'customerType' | 'group' | 'birthDate' | 'language' | 'tags' | 'status' | 'notes' | 'photo'
  | 'phone' | 'phones' | 'email' | 'emails' | 'website' | 'addresses' | 'code' | 'licence' | 'medical' | 'taxId' | 'extras'
export type TabName = 'general' | 'contact' | 'advanced'
export const tabNames: readonly TabName[] = ['general', 'contact', 'advanced']
type Tabs = Readonly<Record<TabName, readonly FieldName[]>>
/** `top` always stands; `more` and the tabs only while Customer Details is on. */
export type Layout = { readonly top: readonly FieldName[]; readonly more: readonly FieldName[]; readonly tabs: Tabs | null }
type Given = { readonly surface: Surface; readonly type: 'personal' | 'business'; readonly details: boolean; readonly medical: boolean; readonly isNew?: boolean }

const fields: Readonly<Record<'personal' | 'business', Tabs>> = {
  personal: {
    general: ['photo', 'names', 'nickname', 'type', 'customerType', 'group', 'birthDate', 'language', 'tags', 'status', 'notes'],
    contact: ['phone', 'phones', 'email', 'emails', 'addresses'],
    advanced: ['code', 'licence', 'medical', 'extras'],
  },
  business: {
    general: ['photo', 'company', 'names', 'jobTitle', 'type', 'customerType', 'group', 'industry', 'language', 'tags', 'status', 'notes'],
    contact: ['phone', 'phones', 'email', 'emails', 'website', 'addresses'],
    advanced: ['code', 'taxId', 'extras'],
  },
}
const shortForm: readonly FieldName[] = ['phone', 'birthDate', 'customerType']
const registerDetails: readonly FieldName[] = ['fullName', 'email', 'licence', 'medical']

/** Which fields stand where. Hiding never empties one: switching back shows the old value. */
export function layoutOf({ surface, type, details, medical, isNew = false }: Given): Layout {
  const standing = (name: FieldName) => (name !== 'medical' || medical) && !(isNew && ['code', 'extras', 'status', 'photo'].includes(name))
  if (isNew) return quickNew(details, medical)
  const all = withoutAny(fields[type], (name) => standing(name))
  if (surface !== 'register') return { top: [], more: [], tabs: all }
  const top = shortForm.filter((name) => name !== 'birthDate' || type === 'personal')
  if (!details) return { top, more: [], tabs: null }
  const more = registerDetails.filter((name) => standing(name) && (type === 'personal' || (name !== 'licence' && name !== 'medical')))
  return { top, more, tabs: withoutAny(all, (name) => !top.includes(name) && !more.includes(name)) }
}

/** The register's list for a new customer, in the order a cashier is told it. */
function quickNew(details: boolean, medical: boolean): Layout {
  const top: FieldName[] = ['fullName', 'phone', 'email', 'birthDate', ...(medical ? (['medical'] as const) : [])]
  return { top, more: details ? ['licence', 'group', 'addresses'] : [], tabs: null }
}

function withoutAny(tabs: Tabs, stays: (name: FieldName) => boolean): Tabs {
  return { general: tabs.general.filter(stays), contact: tabs.contact.filter(stays), advanced: tabs.advanced.filter(stays) }
}

const fieldOf: readonly (readonly [prefix: string, field: FieldName])[] = [
  ['phones.0', 'phone'], ['phones', 'phones'], ['emails.0', 'email'], ['emails', 'emails'], ['addresses', 'addresses'], ['licence', 'licence'], ['medical', 'medical'],
  ['birthDate', 'birthDate'], ['notes', 'notes'], ['website', 'website'], ['taxId', 'taxId'], ['tags', 'tags'], ['company', 'company'],
]

/** Under which tab a bad field stands; null where no tab holds it. */
export function tabOf(layout: Layout, path: string): TabName | null {
  const names: readonly FieldName[] = path === 'name' ? ['names', 'company', 'fullName'] : fieldOf.filter(([prefix]) => path === prefix || path.startsWith(`${prefix}.`)).slice(0, 1).map(([, field]) => field)
  if (names.some((name) => layout.top.includes(name) || layout.more.includes(name))) return null
  return tabNames.find((tab) => layout.tabs?.[tab].some((field) => names.includes(field))) ?? null
}
