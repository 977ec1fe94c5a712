#include "front-end.h"

#include <string.h>

#include "limits.h"
#include "masks.h"
#include "port.h"
#include "wake.h"

/* Settling of the converter, and of the coil's current (board reference, 2.1 and 2.3). */
#define DAC_SETTLE_US 10u
#define COIL_SETTLE_US 5000u
/* Read voltage at which the threshold was calibrated. */
#define THRESHOLD_READ_UV 100000
/* The pulse supply's range (board reference, 2.1). */
#define SUPPLY_MIN_UV 800000

drive_t settings;

static bool enabled;
static uint32_t changes;
static int32_t amplitude_uv, trim_ut;
static uint64_t rows, columns;
static uint8_t ctrl_of_amplitude, ctrl;
static uint16_t codes[8];
static uint16_t delay_a, delay_b;
static uint64_t settled_us;

static void settle(uint32_t us) {
    uint64_t at = port_uptime_us() + us + 1;
    if (at > settled_us) settled_us = at;
}

static void dac(uint8_t channel, uint16_t code) {
    if (codes[channel] == code) return;
    codes[channel] = code;
    port_dac_write(channel, code);
    settle(DAC_SETTLE_US);
}

void front_rest(void) {
    enabled = false;
    rows = columns = 0;
    ctrl = ctrl_of_amplitude = 0;
    amplitude_uv = 0;
    memset(codes, 0, sizeof codes);
    codes[DAC_VREAD] = codes[DAC_COIL] = DAC_VMID_CODE;
    /* The line's codes are not known: the first setting is written. */
    delay_a = delay_b = UINT16_MAX;
}

static void set_levels(void) {
    front_amplitude(settings.amplitude_uv);
    dac(DAC_VREAD, drive_level_code((int32_t)settings.read_uv));
    int64_t below = (int64_t)calibration.threshold_uv * settings.read_uv / THRESHOLD_READ_UV;
    dac(DAC_VTH, drive_level_code((int32_t)-below));
}

static void set_coil(void) {
    uint16_t code = drive_coil_code(settings.field_ut + trim_ut);
    if (codes[DAC_COIL] == code) return;
    dac(DAC_COIL, code);
    settle(COIL_SETTLE_US);
}

void front_enable(void) {
    enabled = true;
    set_levels();
    port_array_enable(true);
    set_coil();
    port_coil_enable(true);
}

void front_safe(void) {
    port_safe();
    front_rest();
}

bool front_enabled(void) {
    return enabled;
}

uint32_t front_changes(void) {
    return changes;
}

void front_set_drive(const drive_t *drive) {
    settings = *drive;
    changes++;
    if (!enabled) return;
    set_levels();
    set_coil();
}

uint32_t front_config_token(void) {
    return drive_token(&settings, calibration.generation);
}

void front_trim_coil(int32_t ut) {
    trim_ut = ut;
    if (enabled) set_coil();
}

int32_t front_coil_ut(void) {
    return enabled ? settings.field_ut + trim_ut : 0;
}

void front_amplitude(int32_t uv) {
    if (uv == amplitude_uv) return;
    amplitude_uv = uv;
    dac(DAC_VAMP, drive_vamp_code(uv, &ctrl_of_amplitude));
}

int32_t front_supply_uv(void) {
    int32_t magnitude = amplitude_uv < 0 ? -amplitude_uv : amplitude_uv;
    if (magnitude < ATTENUATED_BELOW_UV) magnitude *= 2;
    return magnitude < SUPPLY_MIN_UV ? SUPPLY_MIN_UV : magnitude;
}

bool front_settled(void) {
    return wake_reached(settled_us);
}

void front_rows(uint64_t wanted) {
    if (wanted == rows) return;
    rows = wanted;
    uint8_t mask[8];
    mask_bytes(rows, mask);
    port_row_mask(mask);
}

/* The column chain carries the control lines too: amplitude's sign and range, the amplifiers' range. */
void front_columns(uint64_t wanted, uint32_t range) {
    uint8_t wanted_ctrl = (uint8_t)(ctrl_of_amplitude | (range == RANGE_CELL ? CTRL_RANGE_100K : 0));
    if (wanted == columns && wanted_ctrl == ctrl) return;
    columns = wanted;
    ctrl = wanted_ctrl;
    uint8_t mask[8];
    mask_bytes(columns, mask);
    port_columns(mask, ctrl);
}

void front_delays(const pulse_t *pulse) {
    if (pulse->code_a == delay_a && pulse->code_b == delay_b) return;
    delay_a = pulse->code_a;
    delay_b = pulse->code_b;
    port_delay_write(delay_a, delay_b);
}
