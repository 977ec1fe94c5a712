import { bitAt } from './bits';

// Longest run of ones in each block, as u32.
export function longestRuns(bits: usize, size: u32, blocks: u32, out: usize): void {
  let at: u32 = 0;
  for (let block: u32 = 0; block < blocks; block++) {
    let run: u32 = 0;
    let longest: u32 = 0;
    for (const end = at + size; at < end; at++) {
      run = (run + 1) & -bitAt(bits, at);
      longest = max(longest, run);
    }
    store<u32>(out + (block << 2), longest);
  }
}

// Occurrences of `width` ones in each block, as u32: a run of r ones holds r - width + 1 of them.
export function onesTemplates(bits: usize, width: u32, size: u32, blocks: u32, out: usize): void {
  let at: u32 = 0;
  for (let block: u32 = 0; block < blocks; block++) {
    let run: u32 = 0;
    let found: u32 = 0;
    for (const end = at + size; at < end; at++) {
      run = (run + 1) & -bitAt(bits, at);
      found += u32(run >= width);
    }
    store<u32>(out + (block << 2), found);
  }
}
