/** Where the form stands: quick new and edit over the cart, the profile, or the Back Office. The label of its button follows (C10). */
export type Surface = 'register' | 'profile' | 'office'
export type FieldName =
  | 'fullName' | 'names' | 'nickname' | 'company' | 'industry' | 'jobTitle' | 'type' | 'customerType' | 'group' | 'birthDate' | 'language' | 'tags' | 'status' | 'notes' | 'photo'
  | 'phone' | 'phones' | 'email' | 'emails' | 'website' | 'addresses' | 'code' | 'licence' | 'medical' | 'taxId' | 'attributes'
  | 'member' | 'payLater' | 'newsletter' | 'preferredChannel' | 'contactList' | 'contacts' | 'priceList' | 'discount' | 'credit' | 'taxExempt' | 'registrationNo' | 'statementBy' | 'parent'
export type TabName = 'general' | 'contact' | 'advanced'
export const tabNames: readonly TabName[] = ['general', 'contact', 'advanced']
type Tabs = Readonly<Record<TabName, readonly FieldName[]>>
/** `top` always stands; `more` and the tabs only while Customer Details is on. */
export type Layout = { readonly top: readonly FieldName[]; readonly more: readonly FieldName[]; readonly tabs: Tabs | null }
type Given = { readonly surface: Surface; readonly type: 'personal' | 'business'; readonly details: boolean; readonly medical: boolean; readonly isNew?: boolean }

/** Table 3.7, field by field. */
const fields: Readonly<Record<'personal' | 'business', Tabs>> = {
  personal: {
    general: ['photo', 'names', 'nickname', 'type', 'customerType', 'group', 'birthDate', 'language', 'tags', 'status', 'member', 'payLater', 'notes'],
    contact: ['phone', 'phones', 'email', 'emails', 'newsletter', 'preferredChannel', 'addresses', 'contactList'],
    advanced: ['code', 'licence', 'medical', 'priceList', 'discount', 'credit', 'taxExempt', 'attributes'],
  },
  business: {
    general: ['photo', 'company', 'names', 'jobTitle', 'type', 'customerType', 'group', 'industry', 'language', 'tags', 'status', 'member', 'payLater', 'notes'],
    contact: ['phone', 'phones', 'email', 'emails', 'website', 'newsletter', 'preferredChannel', 'addresses', 'contacts'],
    advanced: ['code', 'taxId', 'registrationNo', 'taxExempt', 'priceList', 'discount', 'credit', 'statementBy', 'parent', 'attributes'],
  },
}
const shortForm: readonly FieldName[] = ['phone', 'birthDate', 'customerType']
const registerDetails: readonly FieldName[] = ['fullName', 'email', 'licence', 'medical']

/** Which fields stand where. Hiding never empties one: switching back shows the old value. */
export function layoutOf({ surface, type, details, medical, isNew = false }: Given): Layout {
  const standing = (name: FieldName) => (name !== 'medical' || medical) && !(isNew && (name === 'code' || name === 'status'))
  if (isNew && surface === 'register') return quickNew(details, medical)
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
  ['discountPpm', 'discount'], ['payLaterLimitCents', 'credit'], ['payLaterDays', 'credit'], ['payLaterAllowed', 'payLater'], ['taxCertificate', 'taxExempt'], ['taxExemptUntil', 'taxExempt'],
  ['contacts', 'contacts'], ['attributes', 'attributes'], ['given', 'newsletter'], ['note', 'newsletter'], ['parentId', 'parent'], ['priceListId', 'priceList'], ['registrationNo', 'registrationNo'],
  ['customerTypeId', 'customerType'], ['groupId', 'group'],
]

/** Under which tab a bad field stands; null where no tab holds it. */
export function tabOf(layout: Layout, path: string): TabName | null {
  const names: readonly FieldName[] = path === 'name' || path === 'lastName' ? ['names', 'company', 'fullName'] : fieldOf.filter(([prefix]) => path === prefix || path.startsWith(`${prefix}.`)).slice(0, 1).map(([, field]) => field)
  if (names.some((name) => layout.top.includes(name) || layout.more.includes(name))) return null
  return tabNames.find((tab) => layout.tabs?.[tab].some((field) => names.includes(field))) ?? null
}
