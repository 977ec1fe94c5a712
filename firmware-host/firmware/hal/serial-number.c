#include "serial-number.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "i2c.h"
#include "timer.h"
#include "wake-up.h"

/* Header of a bank of the calibration memory (board reference, 5.2). The writer of a bank writes its header last: while it does, only the twin's is whole. */
enum { HEADER_BYTES = 64, SERIAL_AT = 12, SERIAL_BYTES = 8, CRC_AT = 60 };
static const uint8_t banks[] = {0x50, 0x51};
static const uint8_t magic[4] = {'S', 'P', 'D', 'C'};

static char number[SERIAL_BYTES + 1];

/* Reflected CRC-32, bit by bit: sixty bytes, once. */
static uint32_t crc32_of(const uint8_t *data, uint32_t size) {
    uint32_t crc = 0xffffffffu;
    for (uint32_t i = 0; i < size; i++) {
        crc ^= data[i];
        for (int bit = 0; bit < 8; bit++) crc = crc >> 1 ^ (0xedb88320u & (0u - (crc & 1)));
    }
    return ~crc;
}

/* A write that the last reset has overtaken keeps the memory silent for 5 ms. */
enum { ATTEMPTS = 8, PAUSE_US = 1000 };

static void sleep_until(uint64_t uptime_us) {
    __asm volatile("cpsid i" ::: "memory");
    if (!event_take() && timer_wake_at(uptime_us)) event_wait();
    __asm volatile("cpsie i" ::: "memory");
}

static bool read_header(uint8_t bank, uint8_t header[HEADER_BYTES]) {
    static const uint8_t from_the_start[2];
    for (int i = 0; i < ATTEMPTS; i++) {
        if (!i2c_start(bank, from_the_start, sizeof from_the_start, header, HEADER_BYTES)) return false;
        while (i2c_state() == I2C_BUSY) sleep_until(timer_uptime_us() + I2C_DEADLINE_US);
        if (i2c_state() != I2C_NOT_ACKNOWLEDGED) return i2c_state() == I2C_DONE;
        uint64_t end = timer_uptime_us() + PAUSE_US;
        while (timer_uptime_us() < end) sleep_until(end);
    }
    return false;
}

static bool in_order(const uint8_t header[HEADER_BYTES]) {
    uint32_t crc = 0;
    for (int i = 3; i >= 0; i--) crc = crc << 8 | header[CRC_AT + i];
    return memcmp(header, magic, sizeof magic) == 0 && crc == crc32_of(header, CRC_AT);
}

/* One to eight printable characters without a space, zeros behind them. */
static bool take(const uint8_t serial[SERIAL_BYTES]) {
    uint32_t size = 0;
    while (size < SERIAL_BYTES && serial[size] > ' ' && serial[size] < 0x7f) size++;
    for (uint32_t i = size; i < SERIAL_BYTES; i++)
        if (serial[i] != 0) return false;
    memcpy(number, serial, size);
    number[size] = 0;
    return size > 0;
}

void serial_number_read(void) {
    static uint8_t header[HEADER_BYTES];
    for (uint32_t i = 0; i < sizeof banks; i++)
        if (read_header(banks[i], header) && in_order(header) && take(header + SERIAL_AT)) return;
    number[0] = 0;
}

const char *serial_number(void) {
    return number[0] != 0 ? number : "UNPROVISIONED";
}
