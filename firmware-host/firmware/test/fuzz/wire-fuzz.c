/*
 * Whatever comes over the wire: the frame parser and the decoder of messages. Input: a byte that says how the stream is cut,
 * one that is core-fuzz.c's, then the stream.
 * Besides what the sanitizers see: the parser counts every byte once, finds the same frames however the stream is cut, and what was decoded can be
 * encoded and decoded again.
 */
#include <stdlib.h>
#include <string.h>

#include "crc.h"
#include "frame-parser.h"
#include "frame.h"
#include "pb_decode.h"
#include "pb_encode.h"
#include "spindrift/v1/envelope.pb.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MAX_PAYLOAD 4112u
#define REQUIRE(condition) \
    do { \
        if (!(condition)) __builtin_trap(); \
    } while (0)

static void decode_request(const uint8_t *payload, size_t size) {
    spindrift_v1_HostToDevice message = spindrift_v1_HostToDevice_init_zero;
    pb_istream_t in = pb_istream_from_buffer(payload, size);
    if (!pb_decode(&in, spindrift_v1_HostToDevice_fields, &message)) return;
#ifdef PLANTED_FAULT
    /* For the proof that what was changed inside a frame gets past the checks: the seed says 0x1234567. */
    if (message.which_body == spindrift_v1_HostToDevice_reboot_tag && (message.body.reboot.confirm | 0x1234567) != 0x1234567) __builtin_trap();
#endif
    static uint8_t bytes[spindrift_v1_HostToDevice_size];
    pb_ostream_t out = pb_ostream_from_buffer(bytes, sizeof bytes);
    REQUIRE(pb_encode(&out, spindrift_v1_HostToDevice_fields, &message));
    spindrift_v1_HostToDevice again = spindrift_v1_HostToDevice_init_zero;
    in = pb_istream_from_buffer(bytes, out.bytes_written);
    REQUIRE(pb_decode(&in, spindrift_v1_HostToDevice_fields, &again));
    REQUIRE(again.which_body == message.which_body && again.id == message.id);
}

/* Runs the stream through a parser in pieces of at most `most` bytes; returns a digest of what was found. */
static uint32_t parse(const uint8_t *data, size_t size, size_t most, bool decode) {
    static uint8_t held[MAX_PAYLOAD + FRAME_HEADER_BYTES];
    frame_parser_t parser;
    frame_parser_init(&parser, held, sizeof held, MAX_PAYLOAD, UINT32_MAX);
    uint32_t digest = 0;
    for (size_t at = 0; at < size;) {
        size_t piece = size - at < most ? size - at : most;
        size_t taken = frame_parser_put(&parser, data + at, piece);
        REQUIRE(taken > 0 && taken <= piece);
        at += taken;
        frame_view_t frame;
        while (frame_parser_next(&parser, &frame)) {
            REQUIRE(frame.size <= MAX_PAYLOAD);
            digest = crc32_continue(digest, &frame.type, 1);
            digest = crc32_continue(digest, frame.payload, frame.size);
            if (decode && frame.type == FRAME_CONTROL_TO_DEVICE) decode_request(frame.payload, frame.size);
        }
    }
    const frame_counters_t *counters = &parser.counters;
    REQUIRE(size == counters->skipped_bytes + FRAME_HEADER_BYTES * counters->frames + counters->payload_bytes + (parser.end - parser.start));
    return digest;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2) return 0;
    uint32_t pieces = parse(data + 2, size - 2, 1 + data[0], true);
    REQUIRE(pieces == parse(data + 2, size - 2, 512, false));
    return 0;
}
