import type { ColumnMapping, ImportField, ImportMapping } from './import.ts'

type Recognised = NonNullable<ImportMapping['recognised']>
/** How the export of another program is known, by headers that it has and others have not, and what its own words mean. Headers stand bare: small, without signs. */
type Export = { readonly name: Recognised; readonly needs: readonly string[]; readonly means?: Readonly<Record<string, ImportField>> }

const shopify: Readonly<Record<string, ImportField>> = {
  'accepts email marketing': 'consent-email', 'accepts sms marketing': 'consent-sms', 'tax exempt': 'tax-exempt', note: 'notes', 'default address company': 'company', company: 'company',
  'default address province code': 'address-region', 'default address country code': 'address-country', 'customer id': 'extra', 'total spent': 'extra', 'total orders': 'extra',
}
// Where the headers come from is said in the README: public documentation, programs that write or read such files, or memory. Those of uniCenta are the columns of its table,
// those of KORONA the fields of its interface, those of Kyte what its help page calls them: none of the three was seen as a file.
const exports: readonly Export[] = [
  { name: 'regulars', needs: ['first name', 'last name', 'mobile', 'opening points', 'text messages allowed'] },
  { name: 'google', needs: ['first name', 'last name', 'phone 1 value'] }, { name: 'google', needs: ['given name', 'family name', 'e mail 1 value'] }, { name: 'google', needs: ['first name', 'last name', 'e mail 1 value'] },
  { name: 'outlook', needs: ['first name', 'last name', 'e mail address', 'business street'] },
  { name: 'outlook', needs: ['prenom', 'nom', 'adresse de messagerie', 'rue bureau'] },
  { name: 'outlook', needs: ['nombre', 'apellidos', 'direccion de correo electronico', 'calle del trabajo'] },
  { name: 'shopify', needs: ['first name', 'last name', 'email', 'accepts email marketing'], means: shopify },
  { name: 'square', needs: ['first name', 'last name', 'email address', 'phone number', 'square customer id'], means: { 'square customer id': 'extra', 'email subscription status': 'extra', memo: 'notes', nickname: 'nickname', 'reference id': 'extra' } },
  { name: 'loyverse', needs: ['customer id', 'customer name', 'points balance', 'total visits'], means: { 'customer id': 'extra', 'points balance': 'points', 'customer code': 'extra', note: 'notes' } },
  {
    name: 'lightspeed', needs: ['customer code', 'first name', 'last name', 'physical city'],
    means: { 'customer group name': 'group', 'customer note': 'notes', 'loyalty balance': 'extra', 'physical suburb': 'address-2', 'physical state': 'address-region', 'do not email': 'extra' },
  },
  {
    name: 'lightspeed-ecom', needs: ['firstname', 'lastname', 'e mail', 'streetname', 'zipcode'],
    means: { lastnamepreposition: 'middle-name', 'vat number': 'tax-id', streetname: 'address-1', number: 'address-2', extension: 'address-2', zipcode: 'address-postcode', 'internal id': 'extra' },
  },
  { name: 'lightspeed-r', needs: ['first name', 'last name', 'customer type', 'discount', 'credit limit'], means: { 'customer type': 'customer-type', discount: 'discount', 'credit limit': 'pay-later-limit', dob: 'birth-date' } },
  { name: 'clover', needs: ['first name', 'last name', 'phone number', 'email address', 'marketing allowed'], means: { 'marketing allowed': 'consent-email', note: 'notes', 'customer since': 'extra' } },
  {
    name: 'ehopper', needs: ['customer type', 'first name', 'last name', 'company name', 'tax exempt', 'marketing'],
    means: { 'customer type': 'kind', 'date of birthday': 'birth-date', 'tax exempt': 'tax-exempt', marketing: 'consent-email', store: 'extra', 'sales person': 'extra' },
  },
  {
    name: 'unicenta', needs: ['searchkey', 'taxid', 'name', 'maxdebt', 'firstname', 'lastname'],
    means: { taxid: 'tax-id', name: 'full-name', postal: 'address-postcode', maxdebt: 'pay-later-limit', searchkey: 'extra', card: 'extra', taxcategory: 'extra', visible: 'extra', curdate: 'extra', curdebt: 'extra', isvip: 'extra', discount: 'extra' },
  },
  { name: 'korona', needs: ['number', 'firstname', 'lastname', 'company', 'customer group', 'economic zone'], means: { number: 'extra', 'economic zone': 'extra', 'marketing contact permitted': 'extra', 'privacy policy accepted': 'extra' } },
  { name: 'korona', needs: ['firstname', 'lastname', 'marketing contact permitted'], means: { number: 'extra', 'marketing contact permitted': 'extra', 'privacy policy accepted': 'extra' } },
  { name: 'kyte', needs: ['name', 'mobile number', 'id number', 'notes'], means: { name: 'full-name', 'id number': 'tax-id', 'second telephone number': 'phone', 'allow customer to pay later': 'extra' } },
  {
    name: 'opensourcepos', needs: ['first name', 'last name', 'gender', 'consent', 'account number', 'taxable'],
    means: { consent: 'extra', comments: 'notes', discount: 'extra', 'discount type': 'extra', 'account number': 'extra', taxable: 'extra', gender: 'extra' },
  },
]

/** What stands between the letters of `PostalCode`, `E-mail 1 - Value`, `customer_code` and `Zipcode` is one space. */
const found = (bare: readonly string[]): Export | undefined => {
  const have = new Set(bare)
  return exports.find(({ needs }) => needs.every((header) => have.has(header)))
}

/** Whose export it is, where its bare headers say so without doubt. */
export const exportOf = (bare: readonly string[]): Recognised | null => found(bare)?.name ?? null

/** What the columns of that export mean where the words alone say something else, or nothing. */
export function meaningsOf(bare: readonly string[]): (ColumnMapping | null)[] {
  const means = found(bare)?.means ?? {}
  return bare.map((header) => (Object.hasOwn(means, header) ? { field: means[header] ?? 'extra', group: header.startsWith('shipping') ? 'shipping' : '' } : null))
}
