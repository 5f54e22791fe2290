/** What the shop has settled about its customers. */
export type CustomerRules = {
  /** What a customer may choose to be known by (S2-12); none means the usual ones, in the language of the screen. */
  readonly questions: readonly string[]
  /** Somebody whose approval is pending earns and spends points (data-model 4.2). */
  readonly pendingEarns: boolean
  /** So many days after a denial the person is erased, with a certificate; 0 keeps them. */
  readonly deniedDays: number
}
export const firstCustomerRules: CustomerRules = { questions: [], pendingEarns: true, deniedDays: 0 }
export const mostQuestions = 30
export const mostDeniedDays = 3_650

/** The list as it is kept: without blanks around, empty lines and repeats, in the order given. */
export const tidyQuestions = (typed: readonly string[]): string[] => [...new Map(typed.map((question) => question.trim()).filter(Boolean).map((question) => [question.toLocaleLowerCase(), question])).values()]
