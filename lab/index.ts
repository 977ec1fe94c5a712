/** What people do with a board: experiments, runs, energy, reports. */
export * from './energy/index.js';
export * from './experiments/index.js';
export * from './runs/index.js';
