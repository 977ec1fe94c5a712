/** Putting firmware on a board that is in its boot loader. Node only: drives are folders. */
export {
  bootVolumeAt,
  findBootVolumes,
  SYSTEM_PLACES,
  unmountedDevice,
  type BootVolume,
  type MountPlaces,
} from './boot-volumes.js';
export { flashBoard, type FlashOptions, type FlashOutcome, type FlashTarget } from './flash-board.js';
export { releasedImage } from './released-image.js';
export { readUf2File, type Uf2File } from './uf2-file.js';
export type { TargetFile } from './write-volume.js';
