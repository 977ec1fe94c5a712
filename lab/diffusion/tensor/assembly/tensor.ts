// Kernels of the training and inference engine, f32 SIMD. The caller lays out the memory and passes byte offsets;
// sizes and strides count elements. ../plain.ts holds plain twins that perform the same roundings.
export { adamw } from './parts/adamw';
export { gemm, transpose } from './parts/gemm';
export { patches, patchesBackward } from './parts/patches';
export { biasRelu, biasReluBackward, modulate, modulateBackward } from './parts/rectifier';
export { gatedAdd, gatedAddBackward, sumRows } from './parts/residual';
