/* Frames and the blocks in data frames: the constants of the wire (docs/protocol.md, "Frames"). */
#ifndef SPINDRIFT_CORE_FRAME_H
#define SPINDRIFT_CORE_FRAME_H

#define FRAME_HEADER_BYTES 12u
#define FRAME_MAGIC_0 0x53u
#define FRAME_MAGIC_1 0x44u

#define FRAME_CONTROL_TO_DEVICE 1u
#define FRAME_CONTROL_TO_HOST 2u
#define FRAME_DATA 3u
#define FRAME_PAD 4u
/* Types that a board takes, as a mask. */
#define FRAME_DEVICE_RECEIVES (1u << FRAME_CONTROL_TO_DEVICE | 1u << FRAME_DATA | 1u << FRAME_PAD)

/* The header of a block, at the front of a data frame's payload. */
#define BLOCK_HEADER_BYTES 16u
#define BLOCK_END 1u
#define BLOCK_GAP 2u
#define BLOCK_NOT_ENTROPY 4u
#define BLOCK_UNHEALTHY 8u
#define BLOCK_SATURATED 16u
#define BLOCK_PAUSED 32u

#endif
