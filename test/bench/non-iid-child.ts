/** One assessment in a process of its own: prints what it cost. */
import { readFile } from 'node:fs/promises';
import { assessNonIid } from '../../lab/entropy/sp800-90b/index.js';
import type { Cost } from './non-iid.js';

const samples = await readFile(process.argv[2]!);
const before = process.cpuUsage();
await assessNonIid(new Uint8Array(samples), Number(process.argv[3]));
const { user } = process.cpuUsage(before);
const cost: Cost = { userS: user / 1e6, peakBytes: process.resourceUsage().maxRSS * 1024 };
process.stdout.write(JSON.stringify(cost));
