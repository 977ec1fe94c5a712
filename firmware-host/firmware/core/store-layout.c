#include "store-layout.h"

#include <string.h>

#include "bias-controller.h"
#include "bytes.h"
#include "crc.h"

#define LAYOUT 1u
#define BODY_BYTES (STORE_BYTES - STORE_HEADER_BYTES)

/* Header. */
enum { MAGIC = 0x00, VERSION = 0x04, HEADER_SIZE = 0x06, GENERATION = 0x08, SERIAL = 0x0c, CREATED = 0x14, ROWS = 0x18, COLS = 0x1a };
enum { BODY_LENGTH = 0x1c, BODY_CRC = 0x20, ZEROS = 0x24, HEADER_CRC = 0x3c };
/* Limits: |V| up to 5 ns, 100 ns and 10 us, width, static bias, read voltage, field. */
enum { STAIR_V = 0x40, WIDTH_S = 0x4c, BIAS_V = 0x50, READ_V = 0x54, FIELD_T = 0x58 };
/* Of the block of converters and coil: trim of the coil, threshold at a read voltage of 0.1 V, skew of the delay lines. */
enum { COIL_TRIM_T = 0xf8, THRESHOLD_V = 0x100, SKEW_S = 0x104 };
/* A column: offset in codes and gain of each range, comparator, flags. */
enum { COLUMNS = 0x200, COLUMN_BYTES = 32, RANGE_BYTES = 8 };
enum { INL_A = 0xe00, INL_B = 0x1200, INL_BYTES = 1024, BODY_USED = INL_B + INL_BYTES };

_Static_assert(BODY_USED <= STORE_BYTES, "the body holds everything");

static const uint8_t magic[4] = {'S', 'P', 'D', 'C'};

/* What no sound board has: further off, a value is not taken. */
#define SKEW_MOST_PS 1000
#define THRESHOLD_MOST_UV 1250000
#define OFFSET_MIDDLE 2048
#define OFFSET_FARTHEST 256

static float read_f32(const uint8_t *at) {
    uint32_t bits = read_u32(at);
    float value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static void write_f32(uint8_t *at, float value) {
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    write_u32(at, bits);
}

/* Rounds half away from zero, within ±2^30; NaN is not stated. */
static int32_t scaled(const uint8_t *at, float units) {
    float value = read_f32(at) * units;
    if (value != value) return STORE_UNKNOWN;
    const float most = 1073741824.0f;
    if (value > most) value = most;
    if (value < -most) value = -most;
    return (int32_t)(value < 0 ? value - 0.5f : value + 0.5f);
}

static int32_t within(int32_t value, int32_t min, int32_t max) {
    return value >= min && value <= max ? value : STORE_UNKNOWN;
}

/* What a limit says: not stated, or at least nothing at all. */
static int32_t limit(const uint8_t *at, float units) {
    int32_t value = scaled(at, units);
    return value == STORE_UNKNOWN ? INT32_MAX : value < 0 ? 0 : value;
}

/* One to eight printable characters without a space and zeros behind them, or zeros alone. */
static bool read_serial(const uint8_t *from, char *out) {
    size_t size = 0;
    while (size < STORE_SERIAL_BYTES && from[size] > ' ' && from[size] < 0x7f) size++;
    for (size_t k = size; k < STORE_SERIAL_BYTES; k++)
        if (from[k] != 0) return false;
    memcpy(out, from, size);
    out[size] = 0;
    return true;
}

bool store_read_header(const uint8_t header[STORE_HEADER_BYTES], store_header_t *out) {
    if (memcmp(header + MAGIC, magic, sizeof magic) != 0 || read_u32(header + HEADER_CRC) != crc32(header, HEADER_CRC)) return false;
    if (read_u16(header + VERSION) != LAYOUT || read_u16(header + HEADER_SIZE) != STORE_HEADER_BYTES) return false;
    if (read_u16(header + ROWS) != BOARD_ROWS || read_u16(header + COLS) != BOARD_COLS) return false;
    if (read_u32(header + BODY_LENGTH) != BODY_BYTES) return false;
    out->generation = read_u32(header + GENERATION);
    out->body_crc = read_u32(header + BODY_CRC);
    return out->generation != 0 && out->generation != UINT32_MAX && read_serial(header + SERIAL, out->serial);
}

static void read_limits(const uint8_t *image, drive_limits_t *limits) {
    for (size_t k = 0; k < STAIRS; k++) limits->stair_uv[k] = limit(image + STAIR_V + 4 * k, 1e6f);
    limits->width_ps = (uint32_t)limit(image + WIDTH_S, 1e12f);
    limits->bias_uv = limit(image + BIAS_V, 1e6f);
    limits->read_uv = limit(image + READ_V, 1e6f);
    limits->field_ut = limit(image + FIELD_T, 1e6f);
    drive_limits_make_sound(limits);
}

static const uint8_t *offset_at(const uint8_t *image, uint32_t range, uint32_t column) {
    return image + COLUMNS + COLUMN_BYTES * column + RANGE_BYTES * range;
}

static bool read_offsets(const uint8_t *image, store_content_t *out) {
    for (uint32_t range = 0; range < RANGES; range++)
        for (uint32_t column = 0; column < BOARD_COLS; column++) {
            int32_t code = within(scaled(offset_at(image, range, column), 1.0f), OFFSET_MIDDLE - OFFSET_FARTHEST, OFFSET_MIDDLE + OFFSET_FARTHEST);
            if (code == STORE_UNKNOWN) return false;
            out->offset_code[range][column] = (uint16_t)code;
        }
    return true;
}

bool store_parse(const uint8_t *image, size_t size, store_content_t *out) {
    if (size != STORE_BYTES || !store_read_header(image, &out->header)) return false;
    if (crc32(image + STORE_HEADER_BYTES, BODY_BYTES) != out->header.body_crc) return false;
    read_limits(image, &out->limits);
    out->coil_trim_ut = within(scaled(image + COIL_TRIM_T, 1e6f), -COIL_TRIM_LIMIT_UT, COIL_TRIM_LIMIT_UT);
    out->threshold_uv = within(scaled(image + THRESHOLD_V, 1e6f), 1, THRESHOLD_MOST_UV);
    out->skew_ps = within(scaled(image + SKEW_S, 1e12f), -SKEW_MOST_PS, SKEW_MOST_PS);
    out->offsets_known = read_offsets(image, out);
    out->inl_a = (const int8_t *)(image + INL_A);
    out->inl_b = (const int8_t *)(image + INL_B);
    return true;
}

void store_blank(uint8_t image[STORE_BYTES]) {
    memset(image, 0xff, STORE_BYTES);
    memset(image + CREATED, 0, 4);
}

void store_put_findings(uint8_t image[STORE_BYTES], const calibration_t *found) {
    write_f32(image + COIL_TRIM_T, (float)found->coil_trim_ut / 1e6f);
    write_f32(image + THRESHOLD_V, (float)found->threshold_uv / 1e6f);
    for (uint32_t range = 0; range < RANGES; range++)
        for (uint32_t column = 0; column < BOARD_COLS; column++) {
            uint8_t *at = image + (offset_at(image, range, column) - image);
            if (found->offsets_known)
                write_f32(at, (float)found->offset_code[range][column]);
            else
                memset(at, 0xff, 4);
        }
}

void store_seal(uint8_t image[STORE_BYTES], uint32_t generation, const char *serial) {
    size_t size = strlen(serial);
    memcpy(image + MAGIC, magic, sizeof magic);
    write_u16(image + VERSION, LAYOUT);
    write_u16(image + HEADER_SIZE, STORE_HEADER_BYTES);
    write_u32(image + GENERATION, generation);
    memset(image + SERIAL, 0, STORE_SERIAL_BYTES);
    for (size_t k = 0; size <= STORE_SERIAL_BYTES && k < size; k++) image[SERIAL + k] = (uint8_t)serial[k];
    write_u16(image + ROWS, BOARD_ROWS);
    write_u16(image + COLS, BOARD_COLS);
    write_u32(image + BODY_LENGTH, BODY_BYTES);
    write_u32(image + BODY_CRC, crc32(image + STORE_HEADER_BYTES, BODY_BYTES));
    memset(image + ZEROS, 0, HEADER_CRC - ZEROS);
    write_u32(image + HEADER_CRC, crc32(image, HEADER_CRC));
}
