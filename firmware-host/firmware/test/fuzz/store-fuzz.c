/*
 * The parser of the calibration memory. Input: a byte that says whether the image is sealed again, then pieces (place, length, bytes) that are laid
 * over an image which is in order. Besides what the sanitizers see: what is taken lies within what a board can have, and the same bytes sealed
 * again say the same.
 */
#include <stdlib.h>
#include <string.h>

#include "bias-controller.h"
#include "bytes.h"
#include "store-layout.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(condition) \
    do { \
        if (!(condition)) __builtin_trap(); \
    } while (0)

static bool known_within(int32_t value, int32_t min, int32_t max) {
    return value == STORE_UNKNOWN || (value >= min && value <= max);
}

static void judge(const store_content_t *content, const uint8_t *image) {
    const drive_limits_t *limits = &content->limits, *most = &drive_limits_compiled;
    for (int stair = 0; stair < STAIRS; stair++) {
        REQUIRE(limits->stair_uv[stair] >= 0 && limits->stair_uv[stair] <= most->stair_uv[stair]);
        REQUIRE(stair == 0 || limits->stair_uv[stair] <= limits->stair_uv[stair - 1]);
    }
    REQUIRE(limits->width_ps >= WIDTH_MIN_PS && limits->width_ps <= most->width_ps);
    REQUIRE(limits->bias_uv >= 0 && limits->bias_uv <= most->bias_uv);
    REQUIRE(limits->read_uv >= READ_MIN_UV && limits->read_uv <= most->read_uv);
    REQUIRE(limits->field_ut >= 0 && limits->field_ut <= most->field_ut);
    REQUIRE(known_within(content->coil_trim_ut, -COIL_TRIM_LIMIT_UT, COIL_TRIM_LIMIT_UT));
    REQUIRE(known_within(content->threshold_uv, 1, 1250000));
    REQUIRE(known_within(content->skew_ps, -1000, 1000));
    for (unsigned column = 0; content->offsets_known && column < BOARD_COLS; column++)
        REQUIRE(content->offset_code[0][column] < 4096 && content->offset_code[1][column] < 4096);
    REQUIRE((const uint8_t *)content->inl_a >= image && (const uint8_t *)content->inl_b + 1024 <= image + STORE_BYTES);
    REQUIRE(strlen(content->header.serial) <= STORE_SERIAL_BYTES);
    /* Settings within the limits are taken as they are. */
    drive_limits = *limits;
    drive_t drive = drive_within(&drive_at_boot), again;
    refusal_t refusal;
    REQUIRE(drive_accept(&drive, &again, &refusal));
#ifdef PLANTED_FAULT
    REQUIRE(limits->field_ut == most->field_ut);
#endif
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static uint8_t image[STORE_BYTES], other[STORE_BYTES];
    store_blank(image);
    store_seal(image, 7, "FUZZ-1");
    for (size_t at = 1; at + 3 <= size;) {
        size_t place = read_u16(data + at) % STORE_BYTES, length = data[at + 2];
        at += 3;
        if (length > size - at) length = size - at;
        if (length > STORE_BYTES - place) length = STORE_BYTES - place;
        memcpy(image + place, data + at, length);
        at += length;
    }
    if (size > 0 && (data[0] & 1) == 0) store_seal(image, 8, "FUZZ-1");
    store_content_t content, sealed;
    if (!store_parse(image, sizeof image, &content)) return 0;
    judge(&content, image);
    memcpy(other, image, sizeof other);
    store_seal(other, content.header.generation, content.header.serial);
    REQUIRE(store_parse(other, sizeof other, &sealed));
    REQUIRE(sealed.header.body_crc == content.header.body_crc && sealed.coil_trim_ut == content.coil_trim_ut);
    return 0;
}
