import { exportOf, meaningsOf } from './csv-exports.ts'
import type { ColumnMapping, ImportField, ImportMapping } from './import.ts'

// How a column is recognised: the header is made bare (no accents, case or signs), the place in it (home, work …) and a number at its end
// are taken off, and what is left is looked up. What is not found stays an extra under its own header.

const words: readonly (readonly [ImportField, string])[] = [
  ['first-name', 'first name,firstname,given name,forename,first,fname,prenom,nombre de pila,primer nombre'],
  ['middle-name', 'middle name,additional name,deuxieme prenom,autre prenom,segundo nombre'],
  ['last-name', 'last name,lastname,surname,family name,last,lname,nom de famille,apellido,apellidos'],
  ['full-name', 'name,full name,fullname,display name,customer name,customer,client,client name,contact,contact name,nom complet,nom du client,nombre completo,nombre del cliente,cliente'],
  ['prefix', 'name prefix,prefix,salutation,civilite,tratamiento'], ['suffix', 'name suffix,suffix,suffixe,sufijo'],
  ['nickname', 'nickname,nick name,surnom,apodo,sobrenombre'],
  ['company', 'company,company name,organization,organisation,organization name,business name,societe,entreprise,compagnie,empresa,organizacion,compania'],
  ['department', 'department,organization department,departement,departamento,service'],
  ['job-title', 'job title,position,organization title,fonction,titre du poste,poste,cargo,puesto,titre de poste'],
  ['industry', 'industry,sector,secteur,sector de actividad'],
  ['website', 'website,web site,web page,url,web,site web,page web,sitio web,pagina web'],
  ['tax-id', 'tax id,vat number,vat,tax number,numero de taxe,nif,rfc,nit,cuit'],
  ['mobile', 'mobile,mobile phone,mobile number,cell,cell phone,cellphone,cellulaire,portable,tel mobile,telephone mobile,telephone cellulaire,movil,celular,telefono movil,telefono celular'],
  ['fax', 'fax,fax number,telecopie,telecopieur,numero de fax'],
  ['phone', 'phone,phone number,phone no,phone #,telephone,telephone number,tel,telefono,numero de telephone,numero de telefono,contact number'],
  ['email', 'email,e mail,mail,email address,e mail address,courriel,adresse courriel,adresse de messagerie,adresse electronique,adresse e mail,adresse email,correo,correo electronico,direccion de correo electronico,direccion de correo'],
  ['address-1', 'address,address 1,street,street address,address line,rue,adresse,calle,direccion,domicilio'],
  ['address-2', 'apt,suite,unit,apartment,complement d adresse,extended address,appartement,apartamento'],
  ['address-city', 'city,town,ville,ciudad,localite,localidad,poblacion,suburb'],
  ['address-region', 'state,province,region,county,etat,dep region,departement region,provincia,estado,province code,state province,provincia o estado,estado o provincia'],
  ['address-postcode', 'zip,zip code,postal code,postcode,post code,code postal,codigo postal,cp'],
  ['address-country', 'country,country region,country code,pays,pays region,pais,pais o region,pais region'],
  ['birth-date', 'birthday,birth date,birthdate,date of birth,dob,date de naissance,naissance,anniversaire,fecha de nacimiento,cumpleanos,nacimiento'],
  ['tags', 'tags,tag,labels,categories,category,group membership,etiquettes,etiquetas,categorias'],
  ['notes', 'notes,note,comments,comment,memo,remarks,remarques,commentaires,notas,nota,observaciones,comentarios'],
  ['language', 'language,langue,idioma,locale'],
  ['group', 'customer group,group,groupe,groupe de clients,grupo,grupo de clientes'], ['customer-type', 'customer type,type de client,tipo de cliente'],
  ['price-list', 'price list,price level,liste de prix,lista de precios'], ['discount', 'discount,remise,rabais,descuento'],
  ['tax-exempt', 'tax exempt,exonere de taxes,exento de impuestos'], ['tax-certificate', 'tax certificate,certificat d exoneration,certificado de exencion'],
  ['pay-later-limit', 'pay later limit,credit limit,limite de credit,limite de credito'], ['points', 'opening points,points,point balance,points balance,loyalty points,solde de points,saldo de puntos,puntos'],
  ['consent-sms', 'text messages allowed,sms consent,accepts sms marketing,textos permis,textos autorises,mensajes permitidos'],
  ['consent-email', 'emails allowed,email consent,email marketing consent,accepts email marketing,courriels permis,courriels autorises,correos permitidos'],
]
const fieldOf = new Map(words.flatMap(([field, list]) => list.split(',').map((word) => [word, field] as const)))
const places: readonly (readonly [string, RegExp])[] = [
  ['work', /\b(?:business|work|office|bureau|professionnel(?:le)?|(?:del? )?trabajo|(?:del )?negocio)\b/],
  ['home', /\b(?:home|domicile|personnel(?:le)?|particular|(?:de )?casa|personal)\b/],
  ['other', /\b(?:other|autre|otr[oa]s?)\b/], ['billing', /\b(?:billing|facturation|facturacion)\b/],
  ['shipping', /\b(?:shipping|delivery|livraison|envio)\b/], ['', /\b(?:default address|physical|mailing)\b/],
]

/** `E-mail 1 - Value` -> `e mail 1 value`, `PostalCode` -> `postal code`. */
export const bareHeader = (header: string): string =>
  header.normalize('NFD').replace(/\p{M}/gu, '').replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([a-z])(\d)/gi, '$1 $2').toLowerCase().replace(/[^a-z0-9#]+/g, ' ').trim()

/** What a column most likely holds, by its header alone. */
export function guessColumn(header: string): ColumnMapping {
  const bare = bareHeader(header)
  const whole = fieldOf.get(bare)
  if (whole) return { field: whole, group: '' }
  return numberedColumn(bare) ?? outlookPhone(bare) ?? placedColumn(bare)
}

const googleParts: Readonly<Record<string, ImportField>> = {
  formatted: 'address-formatted', street: 'address-1', city: 'address-city', 'po box': 'address-2', region: 'address-region',
  'postal code': 'address-postcode', country: 'address-country', 'extended address': 'address-2',
}

/** Google: `Phone 2 - Value`, `Address 1 - Street`, `Relation 1 - Label`. */
function numberedColumn(bare: string): ColumnMapping | null {
  const [, thing = '', number = '', part = ''] = /^(.+?) (\d+) (.+)$/.exec(bare) ?? []
  if (thing === '') return null
  const group = `${thing} ${number}`
  if (part === 'label' || part === 'type') return { field: 'label', group }
  if (thing === 'address' && googleParts[part]) return { field: googleParts[part], group }
  if (part !== 'value') return null
  const field = thing === 'e mail' ? 'email' : thing === 'phone' ? 'phone' : thing === 'website' ? 'website' : 'extra'
  return { field, group }
}

/** Outlook has a column per kind of phone, in three languages. */
function outlookPhone(bare: string): ColumnMapping | null {
  const isPhone = /\b(?:phone|telephone|tel|telefono|pager|recepteur|localizador|buscapersonas|radio|isdn|rnis|rdsi|callback|rappel|devolucion)\b/.test(bare) && !/\be mail|correo\b/.test(bare)
  const isFax = /\b(?:fax|telecopie)\b/.test(bare)
  if (!isPhone && !isFax) return null
  if (isFax) return { field: 'fax', group: placeOf(bare) === '' ? 'fax' : `${placeOf(bare)}-fax` }
  if (/\b(?:mobile|movil|cell|cellulaire)\b/.test(bare)) return { field: 'mobile', group: '' }
  const kind = placeOf(bare) || bare.replace(/\b(?:phone|telephone|tel|telefono|number|numero|s|de|du|del|la|l)\b/g, ' ').replace(/\s+/g, ' ').trim()
  return { field: 'phone', group: kind }
}

const placeOf = (bare: string): string => places.find(([, shape]) => shape.test(bare))?.[0] ?? ''

/** `Business Street 2`, `Rue (bureau) 2`, `Ciudad del trabajo`: the place names the address, the number its line. */
function placedColumn(bare: string): ColumnMapping {
  const place = places.find(([, shape]) => shape.test(bare))
  const without = (place ? bare.replace(place[1], ' ') : bare).replace(/\s+/g, ' ').trim()
  const number = /^(.*?) (\d)(?: (.*))?$/.exec(without)
  const base = (number ? `${number[1]} ${number[3] ?? ''}` : without).replace(/\b(?:address|adresse|direccion) (?=po box)/, '').trim()
  const field = base === 'po box' || base === 'b p' || base === 'apartado postal' ? 'address-2' : fieldOf.get(base) ?? fieldOf.get(base.replace(/ (?:de|del|du|de la|of)$/, ''))
  const group = place?.[0] ?? ''
  if (!field) return { field: 'extra', group: '' }
  if (field === 'address-1' && number && Number(number[2]) > 1) return { field: 'address-2', group }
  if (field.startsWith('address') || field === 'website') return { field, group }
  return ['phone', 'mobile', 'fax', 'email', 'company'].includes(field) ? { field, group } : { field: 'extra', group: '' }
}

/** Whose export it is, where the headers say so without doubt. */
export const recognise = (headers: readonly string[]): ImportMapping['recognised'] => exportOf(headers.map(bareHeader))

/** Every column's guess, set right by its neighbours: `Nom` beside `Prénom` is a last name, `Title` beside `Job Title` stands before the name. */
export function guessColumns(headers: readonly string[]): ColumnMapping[] {
  const bare = headers.map(bareHeader)
  const has = (...names: string[]) => names.some((name) => bare.includes(name))
  const special: Record<string, ImportField> = {
    nom: has('prenom') ? 'last-name' : 'full-name', nombre: has('apellido', 'apellidos') ? 'first-name' : 'full-name',
    title: has('job title') ? 'prefix' : 'job-title', titre: has('titre du poste', 'fonction', 'profession') ? 'prefix' : 'job-title', titulo: has('cargo', 'puesto') ? 'prefix' : 'job-title',
  }
  if (has('last name', 'lastname', 'surname', 'family name') && has('name')) special['name'] = has('first name', 'given name') ? 'extra' : 'first-name'
  const taken = new Set<string>()
  const meant = meaningsOf(bare)
  return headers.map((header, at) => {
    const guess = meant[at] ?? (Object.hasOwn(special, bare[at] ?? '') ? { field: special[bare[at] ?? ''] ?? 'extra', group: '' } : guessColumn(header))
    const once = ['first-name', 'last-name', 'full-name', 'nickname', 'company', 'birth-date', 'language', 'tax-id', 'job-title', 'points', 'group', 'customer-type', 'price-list', 'discount'].includes(guess.field)
    if (once && taken.has(guess.field)) return { field: 'extra', group: '' }
    if (once) taken.add(guess.field)
    return guess
  })
}

/** Is the first row a row of headers? It is where a word of it is known, or where nothing in it looks like somebody's data. */
export const looksLikeHeaders = (cells: readonly string[]): boolean =>
  guessColumns(cells).some(({ field }) => field !== 'extra') || !cells.some((cell) => /@|\d{3}/.test(cell))
