/* What the core needs of the board, by the modules of the platform. */
#include "port.h"

#include "die-temperature.h"
#include "i2c.h"
#include "led.h"
#include "lines.h"
#include "platform.h"
#include "safe-state.h"
#include "serial-chains.h"
#include "serial-number.h"
#include "state-machines.h"
#include "timer.h"
#include "usb.h"
#include "watchdog.h"

_Static_assert(USB_RING_BYTES >= PORT_USB_RING_BYTES, "the core counts on a larger ring");

uint64_t port_uptime_us(void) {
    return timer_uptime_us();
}
uint32_t port_boot_id(void) {
    return platform_boot_id();
}
const char *port_serial(void) {
    return serial_number();
}
bool port_emulated(void) {
    return platform_emulated();
}
bool port_watchdog_reset(void) {
    return watchdog_was_reset();
}

size_t port_usb_write_space(void) {
    return usb_write_space();
}
void port_usb_write(const uint8_t *data, size_t size) {
    usb_write(data, size);
}
void port_usb_flush(void) {
    usb_flush();
}
void port_usb_stall(void) {
    usb_stall();
}

void port_array_enable(bool on) {
    line_set(PIN_ARRAY_EN, on);
}
void port_coil_enable(bool on) {
    line_set(PIN_COIL_EN, on);
}
void port_led(bool on) {
    led_level(on);
}
void port_led_pulses(uint32_t period_ns, uint32_t high_ns) {
    led_pulses(period_ns, high_ns);
}
bool port_interlock_closed(void) {
    return !line_get(PIN_INTERLOCK);
}

void port_dac_write(uint8_t channel, uint16_t code) {
    chain_dac(channel, code);
}
void port_delay_write(uint16_t code_a, uint16_t code_b) {
    chain_delay(code_a, code_b);
}
void port_row_mask(const uint8_t mask[8]) {
    chain_rows(mask);
}
void port_columns(const uint8_t mask[8], uint8_t ctrl) {
    chain_columns(mask, ctrl);
}

bool port_shots_start(uint32_t cycles_n, uint32_t ticket, uint32_t shots, uint32_t *words) {
    chains_finish();
    return machines_shots(cycles_n, ticket, shots, words);
}
bool port_shots_done(void) {
    return !machines_busy();
}
void port_shots_stop(void) {
    machines_stop();
}
bool port_scan_start(uint32_t *words, uint32_t frames) {
    return machines_scan(words, frames);
}
bool port_scan_done(void) {
    return !machines_busy();
}

bool port_i2c_start(uint8_t address, const uint8_t *tx, size_t tx_size, uint8_t *rx, size_t rx_size) {
    return i2c_start(address, tx, tx_size, rx, rx_size);
}
int port_i2c_state(void) {
    return i2c_state();
}
void port_i2c_clock(uint32_t hz) {
    i2c_clock(hz);
}

int32_t port_die_mdegc(void) {
    return die_millidegrees();
}

void port_safe(void) {
    safe_state();
}
void port_reboot(bool bootloader) {
    safe_state();
    if (!bootloader)
        watchdog_reset_now();
    else if (!platform_emulated())
        platform_boot_loader();
}
