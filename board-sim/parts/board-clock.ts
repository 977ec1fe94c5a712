/** Board time as the parts have seen it go on, ns since the first power-up. */
export class BoardClock {
  nanos = 0;
  #powerUpAt = 0;

  /** Since the last power-up, s. */
  get seconds(): number {
    return (this.nanos - this.#powerUpAt) * 1e-9;
  }

  /** Comes up to a time. Sources lag behind each other a little: time never goes back. */
  to(nanos: number): void {
    if (nanos > this.nanos) this.nanos = nanos;
  }

  powerUp(nanos: number): void {
    this.nanos = this.#powerUpAt = nanos;
  }
}
