/** What people do with a board: experiments, runs, energy, diffusion, reports. */
export * from './capture/index.js';
export * from './diffusion/index.js';
export * from './energy/index.js';
export * from './entropy/index.js';
export * from './entropyd/index.js';
export * from './experiments/index.js';
export * from './plot/index.js';
export * from './report/index.js';
export * from './runs/index.js';
