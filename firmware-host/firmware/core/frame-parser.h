/* Finds frames in a byte stream that may be cut anywhere and damaged anywhere. */
#ifndef SPINDRIFT_CORE_FRAME_PARSER_H
#define SPINDRIFT_CORE_FRAME_PARSER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint32_t frames;        /* good ones, pads included */
    uint32_t payload_bytes; /* of good frames */
    uint32_t skipped_bytes; /* that were in no good frame */
    uint32_t bad_headers;   /* magic found, header check wrong */
    uint32_t too_long;      /* header right, length above the cap */
    uint32_t bad_types;     /* header right, type unknown or of the other direction */
    uint32_t bad_crcs;      /* header right, CRC-32 wrong */
} frame_counters_t;

typedef struct {
    frame_counters_t counters;
    uint8_t *buffer;
    size_t capacity;
    size_t start, end; /* bytes not decided yet: buffer[start, end) */
    uint32_t max_payload;
    uint32_t failure_limit;
    uint32_t failures_in_row;
    bool gave_up;
} frame_parser_t;

/* A good frame; the payload is a view, valid until the parser is called again. */
typedef struct {
    uint8_t type;
    const uint8_t *payload;
    uint32_t size;
} frame_view_t;

/* The buffer must hold max_payload + 12 bytes at least. failure_limit: CRC failures in a row after which the parser gives up. */
void frame_parser_init(frame_parser_t *parser, uint8_t *buffer, size_t capacity, uint32_t max_payload, uint32_t failure_limit);
/* Drops what is held and forgets failures; the counters go on. */
void frame_parser_reset(frame_parser_t *parser);
/* Takes bytes; returns how many found room. Zero only while a whole frame waits to be fetched. */
size_t frame_parser_put(frame_parser_t *parser, const uint8_t *data, size_t size);
/* Fetches the next good frame that is not a pad; false when more bytes are needed or the parser gave up. */
bool frame_parser_next(frame_parser_t *parser, frame_view_t *frame);

#endif
