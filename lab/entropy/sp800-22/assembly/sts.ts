// What the tests of SP 800-22 count, over bits packed with the first in the most significant place. The caller lays out the memory and passes byte
// offsets; after the last bit the sequence begins again for at least 64 bits. ../plain-counts.ts and ../plain-spectrum.ts are the plain twins.
export { changes, onesOfBlocks, walk } from './parts/balance';
export { complexities } from './parts/complexity';
export { excursions } from './parts/excursions';
export { distances, patterns, templates } from './parts/patterns';
export { ranks } from './parts/rank';
export { longestRuns, onesTemplates } from './parts/runs';
export { fftPass } from './parts/fft';
export { chirpInto, conjugateProduct, linesBelow, signals, unchirp } from './parts/spectrum';
