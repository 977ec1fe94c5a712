/** One run of the battery in a process of its own: packed bits of a file; prints the user CPU of all threads. */
import { readFileSync } from 'node:fs';
import { assessSts, bitsFromBytes } from '../../lab/entropy/index.js';

const bits = bitsFromBytes(readFileSync(process.argv[2]!));
const before = process.cpuUsage();
await assessSts(bits);
const { user } = process.cpuUsage(before);
process.stdout.write(`${JSON.stringify({ userS: user / 1e6 })}\n`);
