#include "bit-vectors.h"
#include "check.h"
#include "masks.h"
#include "scan.h"
#include "fake-port.h"
#include "port.h"
#include "shot-bits.h"

/* 64 shots through folding, debiasing and packing, as the behavioural board does it bit by bit. */
TEST(bits_equal_the_behavioural_board) {
    for (uint32_t stages = 0; stages <= 3; stages++)
        for (int debias = 0; debias < 2; debias++) {
            uint8_t out[512] = {0};
            bit_packer_t packer = {.out = out, .capacity = 8 * sizeof out};
            uint32_t width = 64u >> stages;
            for (size_t k = 0; k < 64; k += debias ? 2 : 1) {
                uint64_t first = bits_fold(bit_shots[k], stages);
                uint64_t bits = first;
                uint32_t count = width;
                if (debias) count = bits_debias(first, bits_fold(bit_shots[k + 1], stages), width, &bits);
                CHECK_EQUAL(bits_put(&packer, bits, count), count);
            }
            const bit_vector_t *expected = &bit_vectors[2 * stages + debias];
            CHECK_EQUAL(packer.used, expected->bits);
            CHECK_BYTES(out, expected->bytes, (expected->bits + 7) / 8);
        }
}

TEST(bits_gather_keeps_the_order_of_columns) {
    uint32_t state = 21;
    for (int k = 0; k < 1000; k++) {
        uint64_t shot = next_random(&state) | (uint64_t)next_random(&state) << 32;
        uint64_t mask = next_random(&state) | (uint64_t)next_random(&state) << 32;
        if (k == 0) mask = UINT64_MAX;
        uint64_t expected = 0;
        uint32_t at = 0;
        for (int c = 0; c < 64; c++)
            if (mask >> c & 1) expected |= (shot >> c & 1) << at++;
        CHECK(bits_gather(shot, mask) == expected);
        CHECK_EQUAL(at, mask_count(mask));
    }
}

TEST(bits_stop_at_the_end_of_the_room) {
    uint8_t out[2] = {0};
    bit_packer_t packer = {.out = out, .capacity = 11};
    CHECK_EQUAL(bits_put(&packer, 0x5, 3), 3);
    CHECK_EQUAL(bits_put(&packer, UINT64_MAX, 64), 8);
    CHECK_EQUAL(bits_put(&packer, UINT64_MAX, 64), 0);
    CHECK_EQUAL(out[0], 0xfd);
    CHECK_EQUAL(out[1], 0x07);
}

TEST(masks_select_lines_or_say_what_is_wrong) {
    refusal_t refusal;
    uint64_t lines;
    CHECK(mask_select("row_mask", NULL, 0, 64, &lines, &refusal));
    CHECK(lines == UINT64_MAX);
    CHECK(mask_select("row_mask", NULL, 0, 16, &lines, &refusal));
    CHECK_EQUAL(lines, 0xffff);
    uint8_t mask[32] = {0x81, 0, 0, 0, 0, 0, 0, 0x80};
    CHECK(mask_select("row_mask", mask, 32, 64, &lines, &refusal));
    CHECK(lines == (0x81 | (uint64_t)1 << 63));
    CHECK_EQUAL(mask_first(lines), 0);
    CHECK_EQUAL(mask_next(lines, 0), 7);
    CHECK_EQUAL(mask_next(lines, 7), 63);
    CHECK_EQUAL(mask_next(lines, 63), 0);
    CHECK_EQUAL(mask_next(8, 3), 3);
    mask[8] = 1;
    CHECK(!mask_select("row_mask", mask, 32, 64, &lines, &refusal));
    CHECK_TEXT(refusal.detail, "row_mask = 64: allowed is 0 to 63");
    uint8_t none[4] = {0};
    CHECK(!mask_select("col_mask", none, 4, 64, &lines, &refusal));
    CHECK_TEXT(refusal.detail, "col_mask = 0: selects nothing");
    uint8_t bytes[8];
    mask_bytes(0x8000000000000201, bytes);
    CHECK_BYTES(bytes, ((uint8_t[]){1, 2, 0, 0, 0, 0, 0, 0x80}), 8);
}

static uint16_t ramp(unsigned column) {
    return (uint16_t)(column * 64 + 3);
}

TEST(scan_takes_the_converters_apart) {
    fake_reset();
    fake.convert = ramp;
    uint32_t words[SCAN_WORDS];
    uint16_t codes[BOARD_COLS];
    CHECK(port_scan_start(words, SCAN_FRAMES));
    CHECK(scan_read(words, codes));
    for (unsigned column = 0; column < BOARD_COLS; column++) CHECK_EQUAL(codes[column], ramp(column));
    /* One frame late: every channel is another one's. */
    memmove(words + 2, words, sizeof words - 8);
    CHECK(!scan_read(words, codes));
}
