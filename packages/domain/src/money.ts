/** An amount in the currency's own main unit (won, yen, euro), never mixed across currencies. */
export type Money = { readonly amount: number; readonly currency: string }
