#include "bytes.h"
#include "check.h"
#include "fake-port.h"
#include "frame-parser.h"
#include "frame-writer.h"
#include "frame.h"
#include "golden-frames.h"

static uint8_t buffer[2 * (65536 + FRAME_HEADER_BYTES)];
static frame_parser_t parser;

static void fresh(uint32_t max_payload) {
    frame_parser_init(&parser, buffer, sizeof buffer, max_payload, 64);
}

/* A frame of random bytes; returns its size. */
static size_t make(uint8_t *out, uint8_t type, size_t size, uint32_t seed) {
    uint32_t state = seed | 1;
    for (size_t k = 0; k < size; k++) out[FRAME_HEADER_BYTES + k] = (uint8_t)(next_random(&state) % 3 ? next_random(&state) : 0x53);
    frame_seal(out, type, out + FRAME_HEADER_BYTES, size, out, 0);
    return FRAME_HEADER_BYTES + size;
}

TEST(golden_frames_are_written_byte_for_byte) {
    for (size_t k = 0; k < GOLDEN_COUNT; k++) {
        const golden_frame_t *golden = &golden_frames[k];
        uint8_t head[FRAME_HEADER_BYTES];
        if (golden->flags != 0) continue; /* the board sets none */
        for (size_t cut = 0; cut <= golden->payload_size; cut += 7) {
            frame_seal(head, golden->type, golden->payload, cut, golden->payload + cut, golden->payload_size - cut);
            CHECK_BYTES(head, golden->bytes, sizeof head);
        }
    }
}

TEST(golden_blocks_are_written_byte_for_byte) {
    unsigned blocks = 0;
    for (size_t k = 0; k < GOLDEN_COUNT; k++) {
        const golden_frame_t *golden = &golden_frames[k];
        if (golden->type != FRAME_DATA || golden->payload_size < BLOCK_HEADER_BYTES) continue;
        const uint8_t *p = golden->payload;
        block_header_t header = {.stream_id = read_u32(p), .seq = read_u32(p + 4), .time_us = read_u32(p + 8),
                                 .flags = read_u16(p + 12), .format = p[14], .tail = p[15]};
        fake_reset();
        frame_writer_t writer = {0};
        CHECK(frame_write_block(&writer, &header, p + BLOCK_HEADER_BYTES, golden->payload_size - BLOCK_HEADER_BYTES));
        CHECK_EQUAL(fake.sent_size, golden->size);
        CHECK_BYTES(fake.sent, golden->bytes, golden->size);
        blocks++;
    }
    CHECK(blocks >= 3);
}

TEST(golden_frames_are_read_one_byte_at_a_time) {
    for (size_t k = 0; k < GOLDEN_COUNT; k++) {
        const golden_frame_t *golden = &golden_frames[k];
        fresh(65536);
        frame_view_t frame;
        for (size_t at = 0; at < golden->size; at++) {
            CHECK(!frame_parser_next(&parser, &frame));
            CHECK_EQUAL(frame_parser_put(&parser, golden->bytes + at, 1), 1);
        }
        bool delivered = frame_parser_next(&parser, &frame);
        bool ours = golden->type == FRAME_CONTROL_TO_DEVICE || golden->type == FRAME_DATA;
        CHECK_EQUAL(delivered, ours);
        CHECK_EQUAL(parser.counters.frames, ours || golden->type == FRAME_PAD);
        CHECK_EQUAL(parser.counters.bad_types, golden->type == FRAME_CONTROL_TO_HOST);
        if (!ours) continue;
        CHECK_EQUAL(frame.type, golden->type);
        CHECK_EQUAL(frame.size, golden->payload_size);
        CHECK_BYTES(frame.payload, golden->payload, golden->payload_size);
    }
}

TEST(parser_finds_the_frame_behind_each_kind_of_rubbish) {
    static uint8_t bytes[4096];
    size_t at = 0;
    at += make(bytes + at, FRAME_CONTROL_TO_HOST, 9, 1); /* the other direction */
    at += make(bytes + at, 9, 4, 2);                     /* unknown type */
    at += make(bytes + at, 35, 4, 3);                    /* a type beyond the mask */
    at += make(bytes + at, FRAME_DATA, 600, 4);          /* above the cap */
    size_t flipped = at;
    at += make(bytes + at, FRAME_DATA, 40, 5); /* CRC wrong */
    bytes[flipped + 20] ^= 1;
    size_t good = at;
    at += make(bytes + at, FRAME_CONTROL_TO_DEVICE, 31, 6);
    fresh(512);
    CHECK_EQUAL(frame_parser_put(&parser, bytes, at), at);
    frame_view_t frame;
    CHECK(frame_parser_next(&parser, &frame));
    CHECK_EQUAL(frame.size, 31);
    CHECK_BYTES(frame.payload, bytes + good + FRAME_HEADER_BYTES, 31);
    CHECK(!frame_parser_next(&parser, &frame));
    CHECK_EQUAL(parser.counters.bad_types, 3);
    CHECK_EQUAL(parser.counters.too_long, 1);
    CHECK_EQUAL(parser.counters.bad_crcs, 1);
    CHECK_EQUAL(parser.counters.payload_bytes + 12 * parser.counters.frames + parser.counters.skipped_bytes, at);
}

TEST(parser_gives_up_after_64_crc_failures_and_not_before) {
    uint8_t bad[64], good[64];
    size_t bad_size = make(bad, FRAME_DATA, 4, 7);
    bad[13] ^= 0x80;
    size_t good_size = make(good, FRAME_DATA, 0, 8);
    fresh(512);
    frame_view_t frame;
    for (int round = 0; round < 2; round++) {
        for (int k = 0; k < 63; k++) {
            frame_parser_put(&parser, bad, bad_size);
            CHECK(!frame_parser_next(&parser, &frame));
        }
        CHECK(!parser.gave_up);
        if (round == 0) {
            frame_parser_put(&parser, good, good_size);
            CHECK(frame_parser_next(&parser, &frame));
        }
    }
    frame_parser_put(&parser, bad, bad_size);
    CHECK(!frame_parser_next(&parser, &frame));
    CHECK(parser.gave_up);
    /* What comes after is swallowed until the link is reset. */
    CHECK_EQUAL(frame_parser_put(&parser, good, good_size), good_size);
    CHECK(!frame_parser_next(&parser, &frame));
    frame_parser_reset(&parser);
    frame_parser_put(&parser, good, good_size);
    CHECK(frame_parser_next(&parser, &frame));
}

TEST(parser_holds_back_pressure_without_losing_a_byte) {
    static uint8_t small[512 + FRAME_HEADER_BYTES];
    static uint8_t stream[64 * 524];
    size_t size = 0;
    for (uint32_t k = 0; k < 64; k++) size += make(stream + size, FRAME_DATA, (k * 37) % 513, k);
    frame_parser_init(&parser, small, sizeof small, 512, 64);
    uint32_t state = 3, frames = 0;
    for (size_t at = 0; at < size;) {
        size_t chunk = 1 + next_random(&state) % 700;
        if (chunk > size - at) chunk = size - at;
        at += frame_parser_put(&parser, stream + at, chunk);
        frame_view_t frame;
        while (frame_parser_next(&parser, &frame)) CHECK_EQUAL(frame.size, (frames++ * 37) % 513);
    }
    CHECK_EQUAL(frames, 64);
    CHECK_EQUAL(parser.counters.skipped_bytes, 0);
    CHECK_EQUAL(parser.end - parser.start, 0);
}

TEST(parser_takes_a_mebibyte_of_noise_and_finds_nothing) {
    fresh(4112);
    uint32_t state = 11;
    uint8_t noise[512];
    frame_view_t frame;
    for (int k = 0; k < 2048; k++) {
        for (size_t j = 0; j < sizeof noise; j++) noise[j] = (uint8_t)(k & 1 ? next_random(&state) >> 9 : (j & 1 ? 0x44 : 0x53));
        CHECK_EQUAL(frame_parser_put(&parser, noise, sizeof noise), sizeof noise);
        CHECK(!frame_parser_next(&parser, &frame));
    }
    CHECK_EQUAL(parser.counters.frames, 0);
    CHECK(parser.counters.bad_headers > 100000);
}

TEST(writer_sends_whole_frames_or_nothing_and_flushes_once) {
    fake_reset();
    frame_writer_t writer = {0};
    uint8_t payload[20] = {1, 2, 3};
    fake.space = FRAME_HEADER_BYTES + sizeof payload - 1;
    CHECK(!frame_write_control(&writer, payload, sizeof payload));
    CHECK_EQUAL(fake.sent_size, 0);
    frame_flush(&writer);
    CHECK_EQUAL(fake.flushes, 0);
    fake.space++;
    CHECK(frame_write_control(&writer, payload, sizeof payload));
    CHECK_EQUAL(fake.sent_size, FRAME_HEADER_BYTES + sizeof payload);
    CHECK_EQUAL(writer.bytes, fake.sent_size);
    frame_flush(&writer);
    frame_flush(&writer);
    CHECK_EQUAL(fake.flushes, 1);
    block_header_t header = {0};
    fake.space = FRAME_HEADER_BYTES + BLOCK_HEADER_BYTES + 4;
    CHECK(!frame_write_block(&writer, &header, payload, 5));
    CHECK(frame_write_block(&writer, &header, payload, 4));
    CHECK_EQUAL(fake.space, 0);
}
