/* Frames on their way into the ring of the USB link. */
#ifndef SPINDRIFT_CORE_FRAME_WRITER_H
#define SPINDRIFT_CORE_FRAME_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint32_t stream_id;
    uint32_t seq;
    uint32_t time_us;
    uint16_t flags;
    uint8_t format;
    uint8_t tail;
} block_header_t;

typedef struct {
    uint32_t frames; /* sent */
    uint64_t bytes;  /* sent, headers included */
    uint32_t skew;   /* bytes by which the link's ring is past a word */
    bool flush_due;  /* something was sent since frame_flush */
} frame_writer_t;

/* Writes frame header and checks in front of a payload that lies in two parts; `out` has 12 bytes. */
void frame_seal(uint8_t *out, uint8_t type, const uint8_t *first, size_t first_size, const uint8_t *second, size_t second_size);
/* Queues a control frame; false and nothing sent when it does not fit. */
bool frame_write_control(frame_writer_t *writer, const uint8_t *payload, size_t size);
/*
 * Queues a data frame; false and nothing sent when it does not fit. It begins at a word of the ring, after an empty frame if need be: what lies
 * askew is copied at a third of the speed.
 */
bool frame_write_block(frame_writer_t *writer, const block_header_t *header, const uint8_t *data, size_t size);
/* The link's ring begins anew, at a word. */
void frame_writer_reset(frame_writer_t *writer);
/* Ends the burst, if anything was sent since the last one. */
void frame_flush(frame_writer_t *writer);

#endif
