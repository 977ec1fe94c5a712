/* The calibration memory: its layout, and that a power cut at any moment leaves one whole bank. */
#include "bus.h"
#include "bytes.h"
#include "check.h"
#include "fake-port.h"
#include "store-images.h"
#include "store.h"
#include "wake.h"

#define HALF 65536u
#define CYCLE_US 5000u

/* The memory chip: a write cycle keeps it silent, a power cut tears the page that is being written. */
static struct {
    uint8_t bytes[2 * HALF];
    uint64_t busy_until;
    uint32_t writes, cut_at; /* the write in which the power goes, 0 = none */
    bool dead, cut;
    uint32_t torn; /* bytes of the torn page that are written */
} chip;

static bool memory(uint8_t address, const uint8_t *tx, size_t tx_size, uint8_t *rx, size_t rx_size) {
    if (address != 0x50 && address != 0x51) return false;
    if (chip.dead || chip.cut || fake.now_us < chip.busy_until) return false;
    CHECK(tx_size >= 2);
    uint32_t at = (address - 0x50u) * HALF + (uint32_t)(tx[0] << 8 | tx[1]);
    if (rx_size > 0) memcpy(rx, chip.bytes + at, rx_size);
    if (tx_size == 2) return true;
    CHECK_EQUAL(at / 256, (at + tx_size - 3) / 256); /* no page is left */
    chip.writes++;
    chip.cut = chip.writes == chip.cut_at;
    for (size_t k = 0; k + 2 < tx_size; k++) chip.bytes[at + k] = chip.cut && at % 256 + k >= chip.torn ? 0xff : tx[2 + k];
    chip.busy_until = fake.now_us + CYCLE_US;
    return true;
}

static bool run(bool (*task)(void)) {
    for (int k = 0; k < 20000; k++) {
        wake_begin();
        if (task()) return true;
        fake.now_us += 100;
        if (chip.cut) return false;
    }
    CHECK(!"the task comes to an end");
    return false;
}

/* Power-up of the core's part; the chip keeps what it holds. */
static void power_up(void) {
    fake_reset();
    fake.i2c = memory;
    fake.latency = 1;
    chip.busy_until = 0;
    chip.cut = chip.dead = false;
    chip.cut_at = chip.writes = 0;
    bus_start();
    store_start();
    CHECK(run(store_load));
}

static void erase(void) {
    memset(&chip, 0, sizeof chip);
    memset(chip.bytes, 0xff, sizeof chip.bytes);
}

static void draft(int32_t trim_ut) {
    if (store_image() != NULL) memcpy(store_draft(), store_image(), STORE_BYTES);
    else store_blank(store_draft());
    calibration_t found = {.coil_trim_ut = trim_ut, .threshold_uv = 140000 + trim_ut, .offsets_known = true};
    for (uint32_t range = 0; range < RANGES; range++)
        for (uint32_t column = 0; column < BOARD_COLS; column++)
            found.offset_code[range][column] = (uint16_t)(2048 + (trim_ut + (int32_t)(column + range)) % 200);
    store_put_findings(store_draft(), &found);
    store_seal_draft("FAKE-1");
}

static bool save(int32_t trim_ut) {
    draft(trim_ut);
    if (!run(store_write)) return false;
    bool written = store_written();
    if (written) store_adopt_draft();
    store_stop();
    return written;
}

TEST(store_finds_nothing_in_an_erased_or_silent_memory) {
    erase();
    power_up();
    CHECK(store_content() == NULL && store_image() == NULL);
    chip.dead = true;
    store_start();
    CHECK(run(store_load));
    CHECK(store_content() == NULL);
    CHECK(!save(5));
    CHECK(store_content() == NULL);
}

TEST(store_keeps_what_was_written_bank_by_bank) {
    erase();
    power_up();
    for (int32_t trim = 1; trim <= 5; trim++) {
        CHECK(save(10 * trim));
        CHECK_EQUAL(store_content()->header.generation, trim);
        power_up();
        CHECK_EQUAL(store_content()->header.generation, trim);
        CHECK_EQUAL(store_content()->coil_trim_ut, 10 * trim);
        CHECK_EQUAL(store_content()->threshold_uv, 140000 + 10 * trim);
        CHECK(store_content()->offsets_known);
        CHECK_EQUAL(store_content()->offset_code[RANGE_CELL][63], 2048 + (10 * trim + 64) % 200);
        CHECK_TEXT(store_content()->header.serial, "FAKE-1");
    }
    /* Pages that hold already what they should are left alone. */
    chip.writes = 0;
    CHECK(save(60));
    CHECK(chip.writes < 20);
    store_header_t header;
    CHECK(store_read_header(chip.bytes, &header));
    CHECK_EQUAL(header.generation, 5);
    CHECK(store_read_header(chip.bytes + HALF, &header));
    CHECK_EQUAL(header.generation, 6);
}

/* Cuts the power in a write of the third save, so many bytes into its page. Returns whether the save was over before. */
static bool cut_power(uint32_t write, uint32_t torn) {
    erase();
    power_up();
    CHECK(save(100) && save(-200));
    power_up();
    chip.cut_at = write;
    chip.torn = torn;
    bool whole = save(333);
    uint32_t writes = chip.writes;
    power_up();
    const store_content_t *content = store_content();
    CHECK(content != NULL);
    /* The header is last: the new content is in force only when that is whole. */
    bool fresh = content->coil_trim_ut == 333;
    CHECK(fresh || content->coil_trim_ut == -200);
    CHECK_EQUAL(content->header.generation, fresh ? 3 : 2);
    CHECK_EQUAL(content->threshold_uv, 140000 + content->coil_trim_ut);
    if (whole) CHECK(fresh && writes < write);
    /* And the next one is kept. */
    CHECK(save(400));
    power_up();
    CHECK_EQUAL(store_content()->coil_trim_ut, 400);
    return whole;
}

TEST(store_survives_a_power_cut_at_every_write) {
    uint32_t random = 7, write = 1;
    while (!cut_power(write, 0)) {
        cut_power(write, 256);
        for (int k = 0; k < 4; k++) cut_power(write, next_random(&random) % 256);
        write++;
    }
    CHECK_EQUAL(write, 12); /* eleven writes: threshold, columns, trim, header */
}

TEST(store_may_be_stopped_at_any_moment) {
    for (int rounds = 0; rounds < 2500; rounds += 37) {
        erase();
        power_up();
        CHECK(save(100));
        draft(300);
        bool done = false;
        for (int k = 0; k < rounds && !done; k++) {
            wake_begin();
            done = store_write();
            fake.now_us += 100;
        }
        store_stop();
        CHECK_EQUAL(store_content()->coil_trim_ut, 100);
        uint32_t stopped = store_content()->header.generation;
        CHECK(save(500));
        CHECK(store_content()->header.generation > stopped);
        power_up();
        CHECK_EQUAL(store_content()->coil_trim_ut, 500);
    }
}

TEST(store_goes_back_to_the_other_bank_when_one_rots) {
    erase();
    power_up();
    CHECK(save(100) && save(200));
    chip.bytes[HALF + 5000] ^= 1;
    power_up();
    CHECK_EQUAL(store_content()->coil_trim_ut, 100);
    /* The generation of the rotten one does not come again. */
    CHECK(save(300));
    CHECK_EQUAL(store_content()->header.generation, 3);
    chip.bytes[5] ^= 1;
    chip.bytes[HALF] ^= 1;
    power_up();
    CHECK(store_content() == NULL);
}

TEST(store_layout_is_that_of_the_twin) {
    for (size_t k = 0; k < STORE_IMAGES; k++) {
        const store_vector_t *vector = &store_images[k];
        static uint8_t image[STORE_BYTES];
        store_content_t content;
        memcpy(image, vector->image, sizeof image);
        CHECK(store_parse(image, sizeof image, &content));
        CHECK_EQUAL(content.header.generation, vector->generation);
        CHECK_TEXT(content.header.serial, vector->serial);
        CHECK_EQUAL(content.coil_trim_ut, vector->coil_trim_ut);
        CHECK_EQUAL(content.threshold_uv, vector->threshold_uv);
        CHECK_EQUAL(content.skew_ps, vector->skew_ps);
        CHECK_EQUAL(content.offsets_known, vector->offsets_known);
        if (content.offsets_known) CHECK_EQUAL(content.offset_code[1][63], vector->last_offset);
        for (int stair = 0; stair < STAIRS; stair++) CHECK_EQUAL(content.limits.stair_uv[stair], vector->stair_uv[stair]);
        CHECK_EQUAL(content.limits.width_ps, vector->width_ps);
        CHECK_EQUAL(content.limits.field_ut, vector->field_ut);
        CHECK_EQUAL(content.inl_b[1023], vector->last_inl);
        CHECK_EQUAL(content.inl_a[0], vector->first_inl);
        /* Sealing it again changes nothing. */
        store_seal(image, content.header.generation, content.header.serial);
        CHECK_BYTES(image, vector->image, sizeof image);
    }
}

/* Seals whatever stands in the body, so that the parser gets past the checks. */
TEST(store_parser_takes_any_bytes) {
    static uint8_t image[STORE_BYTES];
    uint32_t random = 12345;
    unsigned taken = 0;
    for (int round = 0; round < 600; round++) {
        for (size_t k = 0; k < sizeof image; k += 4) write_u32(image + k, next_random(&random));
        store_content_t content;
        CHECK(!store_parse(image, sizeof image, &content));
        store_seal(image, 1 + next_random(&random) % 100000, "FAKE-1");
        if (round % 2 == 0) { /* one wrong byte anywhere */
            image[next_random(&random) % sizeof image] ^= (uint8_t)(1u << next_random(&random) % 8);
            CHECK(!store_parse(image, sizeof image, &content));
            continue;
        }
        CHECK(store_parse(image, sizeof image, &content));
        taken++;
        for (int stair = 0; stair < STAIRS; stair++)
            CHECK(content.limits.stair_uv[stair] >= 0 && content.limits.stair_uv[stair] <= drive_limits_compiled.stair_uv[stair]);
        CHECK(content.limits.width_ps >= WIDTH_MIN_PS && content.limits.width_ps <= WIDTH_MAX_PS);
        CHECK(content.limits.bias_uv >= 0 && content.limits.bias_uv <= BIAS_MAX_UV);
        CHECK(content.limits.read_uv >= READ_MIN_UV && content.limits.read_uv <= READ_MAX_UV);
        CHECK(content.limits.field_ut >= 0 && content.limits.field_ut <= FIELD_MAX_UT);
        CHECK(!store_parse(image, sizeof image - 1, &content));
    }
    CHECK_EQUAL(taken, 300);
    for (uint32_t generation = UINT32_MAX; generation != 1; generation++) {
        store_content_t content;
        store_seal(image, generation, "");
        CHECK(!store_parse(image, sizeof image, &content));
    }
}
