#include "frame-parser.h"

#include <string.h>

#include "bytes.h"
#include "crc.h"
#include "frame.h"

void frame_parser_init(frame_parser_t *parser, uint8_t *buffer, size_t capacity, uint32_t max_payload, uint32_t failure_limit) {
    memset(parser, 0, sizeof *parser);
    parser->buffer = buffer;
    parser->capacity = capacity;
    parser->max_payload = max_payload;
    parser->failure_limit = failure_limit;
}

void frame_parser_reset(frame_parser_t *parser) {
    parser->start = parser->end = 0;
    parser->failures_in_row = 0;
    parser->gave_up = false;
}

size_t frame_parser_put(frame_parser_t *parser, const uint8_t *data, size_t size) {
    if (parser->gave_up) return size;
    if (parser->start == parser->end) parser->start = parser->end = 0;
    if (size > parser->capacity - parser->end && parser->start > 0) {
        memmove(parser->buffer, parser->buffer + parser->start, parser->end - parser->start);
        parser->end -= parser->start;
        parser->start = 0;
    }
    size_t room = parser->capacity - parser->end;
    size_t taken = size < room ? size : room;
    if (taken > 0) memcpy(parser->buffer + parser->end, data, taken);
    parser->end += taken;
    return taken;
}

static void skip(frame_parser_t *parser, size_t count) {
    parser->start += count;
    parser->counters.skipped_bytes += (uint32_t)count;
}

/* Moves to the next byte that may begin a magic; false when none is left. */
static bool hunt(frame_parser_t *parser) {
    while (parser->start < parser->end) {
        const uint8_t *at = parser->buffer + parser->start;
        size_t left = parser->end - parser->start;
        if (at[0] == FRAME_MAGIC_0 && (left == 1 || at[1] == FRAME_MAGIC_1)) return true;
        const uint8_t *next = left > 1 ? memchr(at + 1, FRAME_MAGIC_0, left - 1) : NULL;
        skip(parser, next == NULL ? left : (size_t)(next - at));
    }
    return false;
}

/* Whether the header at `at` may begin a frame; counts why not. */
static bool header_fits(frame_parser_t *parser, const uint8_t *at) {
    if (crc8(at, 7) != at[7]) {
        parser->counters.bad_headers++;
        return false;
    }
    if ((read_u32(at + 4) & 0xffffff) > parser->max_payload) {
        parser->counters.too_long++;
        return false;
    }
    uint8_t type = at[2];
    if (type > 31 || !(FRAME_DEVICE_RECEIVES & 1u << type)) {
        parser->counters.bad_types++;
        return false;
    }
    return true;
}

bool frame_parser_next(frame_parser_t *parser, frame_view_t *frame) {
    while (!parser->gave_up && hunt(parser)) {
        const uint8_t *at = parser->buffer + parser->start;
        size_t left = parser->end - parser->start;
        if (left < FRAME_HEADER_BYTES) return false;
        if (!header_fits(parser, at)) {
            /* One byte, never the length: the length is what may be wrong. */
            skip(parser, 1);
            continue;
        }
        uint32_t size = read_u32(at + 4) & 0xffffff;
        if (left < FRAME_HEADER_BYTES + size) return false;
        const uint8_t *payload = at + FRAME_HEADER_BYTES;
        if (crc32_continue(crc32(at, 8), payload, size) != read_u32(at + 8)) {
            parser->counters.bad_crcs++;
            skip(parser, 1);
            if (++parser->failures_in_row >= parser->failure_limit) parser->gave_up = true;
            continue;
        }
        parser->failures_in_row = 0;
        parser->counters.frames++;
        parser->counters.payload_bytes += size;
        parser->start += FRAME_HEADER_BYTES + size;
        if (at[2] == FRAME_PAD) continue;
        *frame = (frame_view_t){.type = at[2], .payload = payload, .size = size};
        return true;
    }
    return false;
}
