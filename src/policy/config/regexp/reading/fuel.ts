/** What a judgement may cost, in steps. What is not done when it is spent is not judged. */
export class Fuel {
  #left: number

  constructor(steps: number) {
    this.#left = steps
  }

  get isSpent(): boolean {
    return this.#left < 0
  }

  /** Whether there was enough left. */
  spend(steps: number): boolean {
    this.#left -= steps
    return this.#left >= 0
  }
}
