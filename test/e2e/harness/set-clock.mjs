// Loaded before a program: its calendar is set by an hour as soon as a file is there. What measures time goes on as it did.
import { existsSync, readFileSync } from 'node:fs';

const path = process.env.SPINDRIFT_TEST_CLOCK;
const RealDate = Date;
let offsetMs = 0;
const offset = () => {
  if (offsetMs === 0 && existsSync(path)) offsetMs = Number(readFileSync(path, 'utf8')) * 1000;
  return offsetMs;
};

globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + offset());
    else super(...args);
  }
  static now() {
    return RealDate.now() + offset();
  }
};
