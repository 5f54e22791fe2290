import { z } from 'zod'
import type { Core } from '../context.ts'
import type { MergeId } from '../customers/merges.sql.ts'
import { customerDraft, customerId } from '../customers/shapes.ts'
import { id, requestId, takes, text, whole } from '../input.ts'
import type { ApprovalId } from '../vocabulary.ts'
import { decideDuplicate, duplicatesOf, listDuplicates, type PairPage, type PairRow } from './decide-duplicates.ts'
import { fillCustomer, type FilledIn } from './fill-customer.ts'
import { keepDecisionsOf, mergesOf, type MergedIn } from './merges-of.ts'
import { mergeCustomers, type Merged } from './merge-customers.ts'
import { previewMerge, type MergePreview } from './merge-preview.ts'
import { catchUpDuplicates, duplicateSearch, resumeSearch, searchEveryone, stopSearch, type SearchState } from './search-duplicates.ts'
import { unmergeCustomers, type Unmerged } from './unmerge-customers.ts'

const side = z.enum(['keep', 'gone'])
const approvalId = id<ApprovalId>().nullable()
const field = z.string().regex(/^[a-zA-Z]{1,40}(:[\w-]{1,64})?$/)
const key = z.string().regex(/^[a-zA-Z]{1,40}\.\d{1,4}$/)
const choice = z.strictObject({ picks: z.record(field, side), left: z.array(key).max(500), taken: z.exactOptional(z.array(key).max(500)) })
const preview = z.strictObject({ oneId: customerId, otherId: customerId, keepId: customerId.nullable() })
const merge = z.strictObject({
  requestId, kind: z.enum(['merge', 'keep-online']), keepId: customerId, goneId: customerId, fingerprint: z.string().regex(/^[0-9a-f]{64}$/), choice, photo: side.nullable(), approvalId,
})
const unmerge = z.strictObject({ requestId, mergeId: id<MergeId>(), approvalId })
const decide = z.strictObject({ requestId, oneId: customerId, otherId: customerId, state: z.enum(['open', 'later', 'different']) })
const denied = z.strictObject({ requestId, customerId, others: z.array(customerId).max(10) })
const list = z.strictObject({ after: text(150).nullable(), most: whole.min(1).max(100) })
const one = z.strictObject({ customerId })
const empty = z.strictObject({})
const right = 'edit-customers' as const

/** Likely duplicates, what is decided of them, and merging two records into one and back. */
export const mergeDoors = (core: Core) => ({
  'duplicates/list': takes(list, (input, caller): PairPage => listDuplicates(core, caller, input)),
  'duplicates/of': takes(one, (input, caller): PairRow[] => duplicatesOf(core, caller, input.customerId)),
  'duplicates/decide': takes(decide, (input, caller): null => decideDuplicate(core, caller, input), right),
  'duplicates/decide-new': takes(denied, (input, caller): null => keepDecisionsOf(core, caller, input), right),
  'duplicates/state': takes(empty, (): SearchState => duplicateSearch(core)),
  'duplicates/search': takes(z.strictObject({ from: z.enum(['start', 'here']) }), (input): null => {
    const work = input.from === 'start' ? searchEveryone(core) : resumeSearch(core)
    void work.catch(() => undefined)
    return null
  }, right),
  'duplicates/catch-up': takes(empty, async (): Promise<SearchState> => {
    await catchUpDuplicates(core)
    return duplicateSearch(core)
  }),
  'duplicates/stop': takes(empty, async (): Promise<null> => {
    await stopSearch(core)
    return null
  }, right),
  'customers/merge-preview': takes(preview, (input, caller): MergePreview => previewMerge(core, caller, input)),
  'customers/merge': takes(merge, (input, caller): Merged => mergeCustomers(core, caller, input), right),
  'customers/unmerge': takes(unmerge, (input, caller): Unmerged => unmergeCustomers(core, caller, input), right),
  'customers/fill': takes(z.strictObject({ requestId, id: customerId, draft: customerDraft }), (input, caller): FilledIn => fillCustomer(core, caller, input), right),
  'customers/merges': takes(one, (input): MergedIn[] => mergesOf(core, input.customerId)),
})
