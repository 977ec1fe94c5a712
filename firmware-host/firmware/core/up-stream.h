/* The receiving half of an upward stream: grants blocks, and sees that none is missing or beyond the grant. */
#ifndef SPINDRIFT_CORE_UP_STREAM_H
#define SPINDRIFT_CORE_UP_STREAM_H

#include <stdbool.h>
#include <stdint.h>

#include "call.h"

typedef struct {
    call_t *call;
    uint32_t granted, next, consumed;
} up_stream_t;

/* The first grant; after StreamOpened. */
void up_open(up_stream_t *stream, call_t *call);
bool up_accept(up_stream_t *stream, const up_block_t *block, refusal_t *refusal);
/* A block has been worked on. */
void up_consumed(up_stream_t *stream);

#endif
