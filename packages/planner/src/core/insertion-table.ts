import type { RouteModel } from './model.ts'

/** Best known insertion of each visit into each tour, [tours x visits]. Filled by the scans, read and invalidated by the recreate. */
export class InsertionTable {
  /** Time by which the next stop is put off; NEVER when the visit does not fit. */
  readonly shift: Int32Array
  /** Position after which to insert. */
  readonly after: Int32Array
  /** Score the insertion costs in travel, waiting and arc prices; 0 throughout when the model has none. */
  readonly price: Float64Array

  constructor(model: RouteModel) {
    const cells = model.tours * model.visits
    this.shift = new Int32Array(cells)
    this.after = new Int32Array(cells)
    this.price = new Float64Array(cells)
  }
}
