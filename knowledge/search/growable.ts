/** Typed arrays that grow by doubling. */

export class GrowingFloats {
  #values: Float32Array = new Float32Array(16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    if (index < this.#length) this.#values[index] = value;
  }

  /** A view, valid until the next `push`. */
  view(): Float32Array {
    return this.#values.subarray(0, this.#length);
  }

  static from(values: Float32Array): GrowingFloats {
    const grown = new GrowingFloats();
    grown.#values = values.length > 0 ? values : new Float32Array(16);
    grown.#length = values.length;
    return grown;
  }
}
