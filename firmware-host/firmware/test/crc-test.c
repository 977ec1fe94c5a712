#include "check.h"
#include "crc.h"

static uint8_t bitwise_8(const uint8_t *data, size_t size) {
    uint8_t c = 0;
    for (size_t k = 0; k < size; k++) {
        c ^= data[k];
        for (int bit = 0; bit < 8; bit++) c = (uint8_t)(c & 0x80 ? c << 1 ^ 0x07 : c << 1);
    }
    return c;
}

static uint32_t bitwise_32(const uint8_t *data, size_t size) {
    uint32_t c = 0xffffffff;
    for (size_t k = 0; k < size; k++) {
        c ^= data[k];
        for (int bit = 0; bit < 8; bit++) c = c & 1 ? c >> 1 ^ 0xedb88320 : c >> 1;
    }
    return ~c;
}

TEST(crc_check_values) {
    const uint8_t *digits = (const uint8_t *)"123456789";
    CHECK_EQUAL(crc8(digits, 9), 0xf4);
    CHECK_EQUAL(crc32(digits, 9), 0xcbf43926);
    CHECK_EQUAL(crc32(digits, 0), 0);
}

TEST(crc_tables_equal_the_bitwise_definition) {
    for (int value = 0; value < 256; value++) {
        uint8_t byte = (uint8_t)value;
        CHECK_EQUAL(crc8(&byte, 1), bitwise_8(&byte, 1));
        CHECK_EQUAL(crc32(&byte, 1), bitwise_32(&byte, 1));
    }
}

TEST(crc_32_goes_on_over_any_cut) {
    uint8_t data[64];
    uint32_t state = 5;
    for (size_t k = 0; k < sizeof data; k++) data[k] = (uint8_t)next_random(&state);
    for (size_t cut = 0; cut <= sizeof data; cut++)
        CHECK_EQUAL(crc32_continue(crc32(data, cut), data + cut, sizeof data - cut), bitwise_32(data, sizeof data));
}

/* The header check catches every 1- and 2-bit error of a header. */
TEST(crc_8_catches_every_two_bit_error) {
    uint8_t header[8] = {0x53, 0x44, 3, 0, 0x12, 0, 0, 0};
    header[7] = crc8(header, 7);
    for (int a = 0; a < 64; a++)
        for (int b = a; b < 64; b++) {
            uint8_t bad[8];
            memcpy(bad, header, 8);
            bad[a >> 3] ^= (uint8_t)(1 << (a & 7));
            if (b != a) bad[b >> 3] ^= (uint8_t)(1 << (b & 7));
            CHECK(crc8(bad, 7) != bad[7]);
        }
}
