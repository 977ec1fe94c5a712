#include "calibration.h"

#include <string.h>

#include "bit-source.h"
#include "front-end.h"
#include "port.h"
#include "store.h"
#include "text.h"

/* Middle of the converters' range, where no current flows. */
#define MIDDLE_CODE 2048u
/* Half-way between the levels of a nominal cell, 51 kOhm and TMR 120 %, at 0.1 V in the 100 kOhm range (board-sim/board/calibration.ts). */
#define NOMINAL_THRESHOLD_UV 142800

calibration_t calibration;

static delay_correction_t delays;

void calibration_start(void) {
    memset(&calibration, 0, sizeof calibration);
    calibration.threshold_uv = NOMINAL_THRESHOLD_UV;
    for (uint32_t range = 0; range < RANGES; range++)
        for (uint32_t column = 0; column < BOARD_COLS; column++) calibration.offset_code[range][column] = MIDDLE_CODE;
    drive_limits = drive_limits_compiled;
    settings = drive_at_boot;
}

/* What the store's content says, where it says something. */
static void take(const store_content_t *content) {
    calibration.generation = content->header.generation;
    calibration.coil_trim_ut = content->coil_trim_ut != STORE_UNKNOWN ? content->coil_trim_ut : 0;
    calibration.threshold_uv = content->threshold_uv != STORE_UNKNOWN ? content->threshold_uv : NOMINAL_THRESHOLD_UV;
    if (content->offsets_known) {
        calibration.offsets_known = true;
        memcpy(calibration.offset_code, content->offset_code, sizeof calibration.offset_code);
    }
    drive_limits = content->limits;
}

void calibration_restore(void) {
    const store_content_t *content = store_content();
    if (content == NULL) return;
    take(content);
    drive_t within = drive_within(&settings);
    bool other_pulse = within.amplitude_uv != settings.amplitude_uv || within.width_ps != settings.width_ps;
    front_set_drive(&within);
    if (other_pulse) bit_source_retune();
    controller_preset_coil(&controller, calibration.coil_trim_ut);
    front_trim_coil(controller.coil_trim_ut);
}

uint32_t calibration_token(void) {
    const store_content_t *content = store_content();
    if (content == NULL) return 0;
    char name[64];
    text_t text = text_begin(name, sizeof name);
    text_add(&text, port_serial());
    text_add(&text, "/");
    text_add_int(&text, content->header.generation);
    /* A generation that the memory did not keep comes again with something else in it. */
    text_add(&text, "/");
    text_add_int(&text, content->header.body_crc);
    uint32_t hash = 0x811c9dc5u;
    for (const char *at = name; *at != 0; at++) hash = (hash ^ (uint8_t)*at) * 0x01000193u;
    return hash != 0 ? hash : 1;
}

void calibration_draft(void) {
    uint8_t *draft = store_draft();
    if (store_image() != NULL)
        memcpy(draft, store_image(), STORE_BYTES);
    else
        store_blank(draft);
    store_put_findings(draft, &calibration);
    store_seal_draft(port_serial());
}

void calibration_changed(void) {
    store_adopt_draft();
    if (store_content() != NULL) calibration.generation = store_content()->header.generation;
}

const delay_correction_t *calibration_delays(void) {
    const store_content_t *content = store_content();
    if (content == NULL) return NULL;
    delays.skew_ps = content->skew_ps == STORE_UNKNOWN ? 0 : content->skew_ps;
    delays.inl_a = content->inl_a;
    delays.inl_b = content->inl_b;
    return &delays;
}
