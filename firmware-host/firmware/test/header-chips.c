#include "header-chips.h"

#include "check.h"
#include "client.h"
#include "fake-port.h"
#include "refusal.h"

header_chips_t chips;

uint8_t header_chips_levels(void) {
    return (uint8_t)((chips.outside & chips.configuration) | (chips.output & ~chips.configuration));
}

static void note(uint8_t byte) {
    CHECK(chips.written_count < sizeof chips.written);
    chips.written[chips.written_count++] = byte;
}

static bool lines(const uint8_t *tx, size_t tx_size, uint8_t *rx, size_t rx_size) {
    if (chips.lines_silent) return false;
    CHECK(tx_size == 1 || tx_size == 2);
    if (tx_size == 2) {
        note(tx[1]);
        if (tx[0] == 1) chips.output = tx[1];
        else if (tx[0] == 3) chips.configuration = tx[1];
        else CHECK(false);
    }
    if (rx_size > 0) rx[0] = tx[0] == 0 ? header_chips_levels() : tx[0] == 1 ? chips.output : chips.configuration;
    return true;
}

static bool converter(const uint8_t *tx, size_t tx_size, uint8_t *rx, size_t rx_size) {
    if (chips.converter_silent) return false;
    bool ready = !chips.converter_stuck && fake.now_us >= chips.ready_us;
    if (tx_size == 3) {
        CHECK_EQUAL(tx[0], 1);
        chips.adc_config = (uint16_t)(tx[1] << 8 | tx[2]);
        chips.ready_us = fake.now_us + 304;
        return true;
    }
    CHECK_EQUAL(rx_size, 2);
    unsigned word = (chips.adc_config & 0x7fffu) | (ready ? 0x8000u : 0);
    if (tx[0] == 0) {
        CHECK(ready);
        /* Range, speed, single conversions, no comparator. */
        CHECK_EQUAL(chips.adc_config & 0x8fff, 0x83e3);
        unsigned input = chips.adc_config >> 12 & 7;
        CHECK(input >= 4);
        int32_t code = chips.volts_uv[input - 4] / 2000;
        word = (unsigned)(code * 16) & 0xffff;
    }
    rx[0] = (uint8_t)(word >> 8);
    rx[1] = (uint8_t)word;
    return true;
}

static bool users(const uint8_t *tx, size_t tx_size, uint8_t *rx, size_t rx_size) {
    chips.user_transfers++;
    for (size_t k = 1; k < tx_size; k++) {
        note(tx[k]);
        chips.user[(tx[0] + k - 1) % sizeof chips.user] = tx[k];
    }
    for (size_t k = 0; k < rx_size; k++) rx[k] = chips.user[((tx_size > 0 ? tx[0] : 0) + k) % sizeof chips.user];
    return true;
}

static bool bus(uint8_t address, const uint8_t *tx, size_t tx_size, uint8_t *rx, size_t rx_size) {
    switch (address) {
    case 0x20:
        return lines(tx, tx_size, rx, rx_size);
    case 0x49:
        return converter(tx, tx_size, rx, rx_size);
    case USER_CHIP:
        return users(tx, tx_size, rx, rx_size);
    default:
        return false;
    }
}

void header_chips_begin(unsigned latency) {
    memset(&chips, 0, sizeof chips);
    chips.output = chips.configuration = chips.outside = 0xff;
    fake_reset();
    fake.i2c = bus;
    fake.latency = latency;
    client_begin();
}

uint32_t value_of(const spindrift_v1_HostToDevice *request) {
    const spindrift_v1_DeviceToHost *answer = client_ask(request);
    CHECK_TEXT(answer->detail, "");
    CHECK_EQUAL(answer->status, STATUS_OK);
    CHECK_EQUAL(answer->which_body, request->which_body);
    return answer->body.pin_read_reply.value;
}

void mode(uint32_t pin, spindrift_v1_PinFunction function) {
    value_of(REQUEST(pin_mode, .pin = pin, .function = function));
}
