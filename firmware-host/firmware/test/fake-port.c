#include "fake-port.h"

#include <string.h>

#include "check.h"
#include "port.h"

fake_port_t fake;

void fake_reset(void) {
    memset(&fake, 0, sizeof fake);
    fake.boot_id = 0x1234567;
    fake.space = PORT_USB_RING_BYTES;
    fake.die_mdegc = 31000;
    fake.random = 99;
}

void fake_drain(void) {
    fake.space = PORT_USB_RING_BYTES;
}

uint64_t port_uptime_us(void) {
    return fake.now_us;
}
uint32_t port_boot_id(void) {
    return fake.boot_id;
}
const char *port_serial(void) {
    return "FAKE-1";
}
bool port_emulated(void) {
    return true;
}
bool port_watchdog_reset(void) {
    return fake.watchdog_reset;
}

size_t port_usb_write_space(void) {
    return fake.space;
}
void port_usb_write(const uint8_t *data, size_t size) {
    CHECK(size <= fake.space);
    CHECK(fake.sent_size + size <= FAKE_SENT_BYTES);
    memcpy(fake.sent + fake.sent_size, data, size);
    fake.sent_size += size;
    fake.space -= size;
}
void port_usb_flush(void) {
    fake.flushes++;
}
void port_usb_stall(void) {
    fake.stalled = true;
}

void port_array_enable(bool on) {
    fake.array_on = on;
}
void port_coil_enable(bool on) {
    fake.coil_on = on;
}
void port_led(bool on) {
    fake.led_on = on;
    fake.led_period_ns = fake.led_high_ns = 0;
}
void port_led_pulses(uint32_t period_ns, uint32_t high_ns) {
    CHECK(period_ns >= 10000 && period_ns <= 100000000 && high_ns > 0 && high_ns <= period_ns);
    fake.led_period_ns = period_ns;
    fake.led_high_ns = high_ns;
}
bool port_interlock_closed(void) {
    return !fake.interlock_open;
}

void port_dac_write(uint8_t channel, uint16_t code) {
    CHECK(channel < FAKE_DAC_CHANNELS);
    fake.dac[channel] = code;
}
void port_delay_write(uint16_t code_a, uint16_t code_b) {
    CHECK(code_a < 1024 && code_b < 1024);
    fake.delay_a = code_a;
    fake.delay_b = code_b;
}
void port_row_mask(const uint8_t mask[8]) {
    memcpy(fake.rows, mask, 8);
}
void port_columns(const uint8_t mask[8], uint8_t ctrl) {
    memcpy(fake.columns, mask, 8);
    fake.ctrl = ctrl;
}

bool port_shots_start(uint32_t cycles_n, uint32_t ticket, uint32_t shots, uint32_t *words) {
    CHECK(shots > 0);
    fake.last_n = cycles_n;
    fake.last_ticket = ticket;
    fake.bursts++;
    for (uint32_t k = 0; k < shots; k++) {
        if (fake.shot != NULL) fake.shot(fake.shots_run + k, words + 2 * k);
        else {
            words[2 * k] = next_random(&fake.random);
            words[2 * k + 1] = next_random(&fake.random);
        }
    }
    fake.shots_run += shots;
    fake.waiting = fake.latency;
    return true;
}
bool port_shots_done(void) {
    if (fake.waiting == 0) return true;
    fake.waiting--;
    return false;
}
void port_shots_stop(void) {
    fake.waiting = 0;
}
bool port_scan_start(uint32_t *words, uint32_t frames) {
    memset(words, 0, 8 * (size_t)frames);
    /* A reply is the channel and its code; it comes two frames after its command. */
    for (uint32_t frame = 2; frame < frames; frame++)
        for (unsigned chip = 0; chip < 4; chip++) {
            unsigned channel = (frame - 2) & 15;
            unsigned code = fake.convert == NULL ? 2048 : fake.convert(16 * chip + channel) & 0xfff;
            unsigned reply = channel << 12 | code;
            for (unsigned clock = 0; clock < 16; clock++) {
                uint32_t bit = reply >> (15 - clock) & 1;
                /* Shift left: the first clock ends up highest; the four converters are bits 3 to 0 of each clock. */
                words[2 * frame + (clock >> 3)] |= bit << (4 * (7 - (clock & 7)) + chip);
            }
        }
    fake.scans++;
    fake.waiting = fake.latency;
    return true;
}
bool port_scan_done(void) {
    return port_shots_done();
}

bool port_i2c_start(uint8_t address, const uint8_t *tx, size_t tx_size, uint8_t *rx, size_t rx_size) {
    fake.i2c_result = fake.i2c != NULL && fake.i2c(address, tx, tx_size, rx, rx_size) ? 1 : -1;
    fake.i2c_waiting = fake.latency;
    return true;
}
int port_i2c_state(void) {
    if (fake.i2c_waiting == 0) return fake.i2c_result;
    fake.i2c_waiting--;
    return 0;
}

void port_i2c_clock(uint32_t hz) {
    CHECK(hz >= 100000 && hz <= 400000);
    fake.i2c_hz = hz;
}

int32_t port_die_mdegc(void) {
    return fake.die_mdegc;
}
void port_safe(void) {
    fake.safes++;
    fake.array_on = fake.coil_on = false;
    fake.waiting = 0;
    memset(fake.rows, 0, 8);
    memset(fake.columns, 0, 8);
}
void port_reboot(bool bootloader) {
    fake.reboots++;
    fake.rebooted_to_loader = bootloader;
}
