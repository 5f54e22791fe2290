import { z } from 'zod'
import type { Core } from '../context.ts'
import { mostDeniedDays, mostQuestions, type CustomerRules } from '../customers/rules.ts'
import { readCustomerRules } from '../customers/rules.sql.ts'
import { groupColours } from '../customers/customer.ts'
import type { CustomerGroup } from '../customers/customer.ts'
import { customerId } from '../customers/shapes.ts'
import { filledText, id, page, ppm, requestId, takes, text, whole } from '../input.ts'
import { timesMilli } from '../loyalty/program.ts'
import type { Attached, Cart } from '../sales/sale.ts'
import type { ApprovalId, CustomerTypeId, GroupId, PriceListId, RequestId } from '../vocabulary.ts'
import { applyTerms, keepTerms } from './apply-terms.ts'
import { askReader } from './ask-reader.ts'
import { banCustomer, flagCustomer, liftBan, readStanding, type StandingView } from './ban-customer.ts'
import { checkIdentity } from './check-identity.ts'
import { setCustomerRules } from './customer-rules.ts'
import { countWaiting, decide, listWaiting, seenWaiting, undoDecisions, type Approvals, type Decided } from './decide-approvals.ts'
import { deleteGroup, undoDeleteGroup, type Deleted } from './delete-group.ts'
import { editGroup, editType, listGroupRows, type GroupRow, type GroupSaved } from './edit-groups.ts'
import { newsletter, type Audience } from './newsletter.ts'
import { readLogin, removeLogin, setLogin, type LoginView } from './portal-login.ts'

const nothing = z.strictObject({})
const nameMost = 64
const descriptionMost = 500
const group = z.strictObject({
  requestId, id: id<GroupId>().nullable(), name: filledText(nameMost),
  description: z.exactOptional(text(descriptionMost)), needsApproval: z.exactOptional(z.boolean()), priceListId: z.exactOptional(id<PriceListId>().nullable()),
  discountPpm: z.exactOptional(ppm), payLater: z.exactOptional(z.boolean()), colour: z.exactOptional(z.enum(groupColours)), isDefault: z.exactOptional(z.boolean()), timesMilli: z.exactOptional(timesMilli),
})
const type = z.strictObject({
  requestId, id: id<CustomerTypeId>().nullable(), name: filledText(80), kind: z.enum(['regular', 'medical', 'wholesale', 'own']), priceListId: id<PriceListId>().nullable(),
})
const waiting = z.strictObject({ ...page, groupId: id<GroupId>().nullable(), customerId: customerId.nullable() })
const mostAtOnce = 50
const decision = z.strictObject({ requestId, ids: z.array(customerId).min(1).max(mostAtOnce), decision: z.enum(['approved', 'denied']), reason: text(500) })
const approvalId = id<ApprovalId>().nullable()
const one = z.strictObject({ customerId })
const mostPassword = 128
const login = z.strictObject({ requestId, customerId, login: text(254), password: text(mostPassword).nullable(), active: z.boolean() })
const rules = z.strictObject({ questions: z.array(filledText(120)).max(mostQuestions), pendingEarns: z.boolean(), deniedDays: whole.min(0).max(mostDeniedDays) })
const audience = z.strictObject({ before: whole.min(0).nullable(), most: whole.min(1).max(200) })

/** Customer groups and types, with who is in them. */
const groupDoors = (core: Core) => ({
  'customers/group-rows': takes(nothing, (): GroupRow[] => listGroupRows(core)),
  'customers/group-counts': takes(nothing, (): Promise<{ groupId: CustomerGroup['id'] | null; members: number }[]> => askReader(core, 'group-counts', null)),
  'customers/save-group': takes(group, (input, caller): GroupSaved => editGroup(core, caller, input), 'edit-groups'),
  'customers/delete-group': takes(z.strictObject({ requestId, id: id<GroupId>(), moveTo: id<GroupId>().nullable() }), (input, caller): Promise<Deleted> =>
    deleteGroup(core, caller, input), 'edit-groups'),
  'customers/undo-delete-group': takes(z.strictObject({ requestId, id: id<GroupId>() }), (input, caller): Promise<null> => undoDeleteGroup(core, caller, input), 'edit-groups'),
  'customers/rules': takes(nothing, (): CustomerRules => readCustomerRules(core.db)),
  'customers/save-rules': takes(z.strictObject({ requestId, rules }), (input, caller): CustomerRules => setCustomerRules(core, caller, input), 'edit-shop'),
  'customers/save-type': takes(type, (input, caller) => editType(core, caller, input), 'edit-groups'),
})

/** Who waits to be let in, and the audience of the newsletter. */
const listDoors = (core: Core) => ({
  'approvals/list': takes(waiting, (input, caller): Approvals => seenWaiting(core, caller, listWaiting(core, input))),
  'approvals/count': takes(nothing, (): number => countWaiting(core)),
  'approvals/decide': takes(decision, (input, caller): Decided => decide(core, caller, input), 'approve-customers'),
  'approvals/undo': takes(z.strictObject({ requestId, decisions: id<RequestId>() }), (input, caller): { undone: number } => undoDecisions(core, caller, input), 'approve-customers'),
  'messaging/newsletter': takes(audience, (input, caller): Promise<Audience> => newsletter(core, caller, input)),
})

/** How one person stands at the till, and how they prove who they are. */
const personDoors = (core: Core) => ({
  'customers/standing': takes(one, (input): StandingView => readStanding(core, input.customerId)),
  'customers/ban': takes(z.strictObject({ requestId, customerId, reason: text(500), approvalId }), (input, caller): StandingView => banCustomer(core, caller, input)),
  'customers/lift-ban': takes(z.strictObject({ requestId, customerId, approvalId }), (input, caller): StandingView => liftBan(core, caller, input)),
  'customers/flag': takes(z.strictObject({ requestId, customerId, note: text(500), level: z.enum(['info', 'warn']) }), (input, caller): StandingView =>
    flagCustomer(core, caller, input), 'edit-customers'),
  'customers/check-identity': takes(z.strictObject({ customerId, answer: text(100) }), (input, caller): Promise<null> => checkIdentity(core, caller, input)),
  'portal/login': takes(one, (input): LoginView | null => readLogin(core, input.customerId)),
  'portal/set-login': takes(login, (input, caller): Promise<LoginView> => setLogin(core, caller, input), 'edit-customers'),
  'portal/remove-login': takes(z.strictObject({ requestId, customerId }), (input, caller): null => removeLogin(core, caller, input), 'edit-customers'),
})

/** A customer's terms changed while they stand on the open cart: its lines follow, or keep what they cost. */
const cartDoors = (core: Core) => ({
  'sales/apply-terms': takes(z.strictObject({ requestId }), (input, caller): Attached => applyTerms(core, caller, input)),
  'sales/keep-terms': takes(z.strictObject({ requestId }), (input, caller): Cart => keepTerms(core, caller, input)),
})

/** Every door of groups, approvals, states and log-ins. */
export const groupFlows = (core: Core) => ({ ...groupDoors(core), ...listDoors(core), ...personDoors(core), ...cartDoors(core) })
