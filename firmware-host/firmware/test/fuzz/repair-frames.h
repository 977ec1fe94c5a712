/* What a fuzzer changes in a stream of frames does not survive their checksums; this makes most of it sound again. */
#ifndef SPINDRIFT_FUZZ_REPAIR_FRAMES_H
#define SPINDRIFT_FUZZ_REPAIR_FRAMES_H

#include <stddef.h>
#include <stdint.h>

/* Gives every frame in the stream a length that fits and right checksums; those that `spared` names by its bits, in turn, stay as they are. */
void repair_frames(uint8_t *data, size_t size, uint32_t spared);

#endif
