/*
 * The sending half of a downward stream. Without credit a lossless stream stands still and its next block says PAUSED; a lossy one goes on, and
 * its oldest block that waits is lost and counted. There is one at a time: whoever streams holds the array.
 */
#ifndef SPINDRIFT_CORE_DOWN_STREAM_H
#define SPINDRIFT_CORE_DOWN_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "call.h"
#include "limits.h"

/* Blocks that wait for credit and for the link. */
#define WAITING_BLOCKS 8u

typedef struct {
    uint64_t time_us;
    uint32_t size, bits; /* bits: what the block counts in bits_out */
    uint16_t flags;
    uint8_t tail;
    /* At a word: shots are copied and checked by words. */
    uint8_t data[MAX_BLOCK_BYTES] __attribute__((aligned(4)));
} block_t;

struct down_stream {
    uint8_t format;
    bool lossy;
    uint16_t flags; /* of every block */
    uint32_t block_bytes;
    uint64_t items;
    uint32_t clipped;
    /* Within. */
    call_t *call;
    uint64_t began_us;
    uint32_t credit, seq, pauses;
    uint16_t pending;
    uint64_t blocks, bytes, dropped, bits_lost;
    uint32_t first, waiting; /* blocks in the ring */
    uint64_t stuck_since;
    bool unlimited, ending, closing;
};

/* Begins the stream of a call; its wishes are set. */
void down_begin(down_stream_t *stream, call_t *call);
void down_grant(down_stream_t *stream, uint32_t blocks);
/* An empty block to fill; NULL while there is no place or no credit. */
block_t *down_block(down_stream_t *stream);
/* The block is filled. `last`: no other follows. */
void down_filled(down_stream_t *stream, bool last);
/* The orderly end: what waits is sent as far as credit goes, then an empty block with END. */
void down_close(down_stream_t *stream);
/* Sends what credit and link allow. Returns true when the stream has ended; its final answer is sent then. */
bool down_pump(down_stream_t *stream);

/* Wanted data bytes of a block made sound: 0 = the board's choice; at most MAX_BLOCK_BYTES. */
bool down_block_bytes(uint32_t wanted, uint32_t *bytes, refusal_t *refusal);

#endif
