/* Pins of the auxiliary header through the whole core: numbers, modes, levels, refusals. */
#include "check.h"
#include "client.h"
#include "core.h"
#include "fake-port.h"
#include "header-chips.h"
#include "refusal.h"

static uint32_t read_pin(uint32_t pin) {
    return value_of(REQUEST(pin_read, .pin = pin));
}

TEST(pins_write_and_read_lines) {
    header_chips_begin(2);
    CHECK_EQUAL(read_pin(AUX3), 1);
    chips.outside = 0xf7;
    CHECK_EQUAL(read_pin(AUX3), 0);
    /* Outputs keep the level that was written last: high after power-up. */
    CHECK_EQUAL(value_of(REQUEST(pin_mode, .pin = AUX3, .function = OUTPUT)), 1);
    CHECK_EQUAL(chips.configuration, 0xf7);
    CHECK_EQUAL(value_of(REQUEST(pin_write, .pin = AUX3)), 0);
    CHECK_EQUAL(header_chips_levels() & 8, 0);
    CHECK_EQUAL(value_of(REQUEST(pin_write, .pin = AUX3, .high = true)), 1);
    CHECK_EQUAL(header_chips_levels() & 8, 8);
    /* The others were left alone. */
    CHECK_EQUAL(chips.output | 8, 0xff);
    CHECK_EQUAL(value_of(REQUEST(pin_mode, .pin = AUX3, .function = PULLUP)), 0);
    CHECK_EQUAL(chips.configuration, 0xff);
}

TEST(pins_written_at_once_come_in_order) {
    header_chips_begin(3);
    for (uint32_t pin = 0; pin < 8; pin++) mode(pin, OUTPUT);
    chips.written_count = 0;
    uint32_t ids[12];
    for (uint32_t k = 0; k < 12; k++) ids[k] = client_send(REQUEST(pin_write, .pin = k % 8, .high = k >= 8));
    /* One that leaves the line takes nobody with it. */
    client_cancel(ids[5]);
    client_pass(20000);
    CHECK_EQUAL(client_final(ids[5])->status, STATUS_CANCELLED);
    static const uint8_t expected[] = {0xfe, 0xfc, 0xf8, 0xf0, 0xe0, 0xa0, 0x20, 0x21, 0x23, 0x27, 0x2f};
    CHECK_EQUAL(chips.written_count, sizeof expected);
    CHECK_BYTES(chips.written, expected, sizeof expected);
    for (uint32_t k = 0; k < 12; k++) CHECK(client_final(ids[k]) != NULL);
}

TEST(pins_leave_the_chips_in_order_when_calls_end_in_the_midst) {
    for (uint32_t rounds = 0; rounds < 30; rounds++) {
        header_chips_begin(4);
        mode(0, OUTPUT);
        uint32_t gone = client_send(REQUEST(pin_write, .pin = 0));
        for (uint32_t k = 0; k < rounds; k++) core_poll();
        client_cancel(gone);
        CHECK(client_final(gone) != NULL);
        CHECK_EQUAL(value_of(REQUEST(pin_write, .pin = 0, .high = true)), 1);
        CHECK_EQUAL(value_of(REQUEST(pin_read, .pin = 0)), 1);
        /* A link that begins anew drops all of them. */
        client_send(REQUEST(pin_write, .pin = 0));
        client_send(REQUEST(pin_read, .pin = A2));
        for (uint32_t k = 0; k < rounds; k++) core_poll();
        core_usb_reset();
        client_ask(REQUEST(hello, .protocol_major = 1));
        CHECK_EQUAL(value_of(REQUEST(pin_write, .pin = 0, .high = true)), 1);
    }
}

TEST(pins_read_voltages) {
    header_chips_begin(1);
    chips.volts_uv[2] = 1234000;
    CHECK_EQUAL(read_pin(A2), 1234000);
    CHECK_EQUAL(value_of(REQUEST(pin_mode, .pin = A2, .function = ANALOG)), 1234000);
    chips.volts_uv[2] = 3300000;
    CHECK_EQUAL(read_pin(A2), 3300000);
    chips.volts_uv[2] = -6000;
    CHECK_EQUAL(read_pin(A2), 0);
    CHECK_EQUAL(read_pin(A2 + 1), 0);
}

TEST(pins_set_voltages) {
    header_chips_begin(1);
    CHECK_EQUAL(fake.dac[5], 0);
    CHECK_EQUAL(value_of(REQUEST(dac_write, .pin = OUT0, .level_uv = 1250000)), 1250000);
    CHECK_EQUAL(fake.dac[5], 0x8000);
    CHECK_EQUAL(fake.dac[6], 0);
    /* The converter's last step, and the nearest one. */
    CHECK_EQUAL(value_of(REQUEST(dac_write, .pin = OUT1, .level_uv = 2500000)), 2499962);
    CHECK_EQUAL(fake.dac[6], 0xffff);
    CHECK_EQUAL(value_of(REQUEST(dac_write, .pin = OUT1, .level_uv = 50)), 38);
    CHECK_EQUAL(read_pin(OUT0), 1250000);
    client_refused(REQUEST(dac_write, .pin = OUT0, .level_uv = 2500001), STATUS_OUT_OF_RANGE,
                   "level_uv = 2500001: allowed is 0 to 2500000");
    CHECK_EQUAL(read_pin(OUT0), 1250000);
}

TEST(pins_show_the_interlock) {
    header_chips_begin(1);
    CHECK_EQUAL(read_pin(INTERLOCK), 0);
    fake.interlock_open = true;
    CHECK_EQUAL(read_pin(INTERLOCK), 1);
    client_refused(REQUEST(pin_write, .pin = INTERLOCK), STATUS_INVALID_ARGUMENT, "pin = 15: INTERLOCK is a digital input");
}

TEST(pins_give_the_led_to_the_host_and_back) {
    header_chips_begin(1);
    CHECK(!fake.led_on);
    client_refused(REQUEST(pin_write, .pin = LED, .high = true), STATUS_FAILED_PRECONDITION,
                   "pin_write: the LED has another mode; set its mode first");
    CHECK(!fake.led_on);
    mode(LED, OUTPUT);
    CHECK_EQUAL(value_of(REQUEST(pin_write, .pin = LED, .high = true)), 1);
    CHECK(fake.led_on);
    client_pass(1000);
    CHECK(fake.led_on);
    client_refused(REQUEST(pwm_write, .pin = LED, .duty_ppm = 1), STATUS_FAILED_PRECONDITION,
                   "pwm_write: the LED has another mode; set its mode first");
    mode(LED, PWM);
    CHECK(!fake.led_on);
    CHECK_EQUAL(value_of(REQUEST(pwm_write, .pin = LED, .duty_ppm = 250000)), 1);
    CHECK_EQUAL(fake.led_period_ns, 1000000);
    CHECK_EQUAL(fake.led_high_ns, 250000);
    value_of(REQUEST(pwm_write, .pin = LED, .duty_ppm = 1000000, .period_ns = 20000));
    CHECK_EQUAL(fake.led_high_ns, 20000);
    value_of(REQUEST(pwm_write, .pin = LED, .duty_ppm = 500000));
    CHECK_EQUAL(fake.led_period_ns, 20000);
    CHECK_EQUAL(fake.led_high_ns, 10000);
    CHECK_EQUAL(value_of(REQUEST(pwm_write, .pin = LED)), 0);
    CHECK_EQUAL(fake.led_period_ns, 0);
    client_refused(REQUEST(pwm_write, .pin = LED, .period_ns = 9999), STATUS_OUT_OF_RANGE,
                   "period_ns = 9999: allowed is 10000 to 100000000");
    client_refused(REQUEST(pwm_write, .pin = LED, .duty_ppm = 1000001), STATUS_OUT_OF_RANGE,
                   "duty_ppm = 1000001: allowed is 0 to 1000000");
    mode(LED, SERVO);
    value_of(REQUEST(servo_write, .pin = LED, .pulse_us = 1500));
    CHECK_EQUAL(fake.led_period_ns, 20000000);
    CHECK_EQUAL(fake.led_high_ns, 1500000);
    client_refused(REQUEST(servo_write, .pin = LED, .pulse_us = 499), STATUS_OUT_OF_RANGE, "pulse_us = 499: allowed is 500 to 2500");
    CHECK_EQUAL(fake.led_high_ns, 1500000);
    value_of(REQUEST(servo_write, .pin = LED));
    CHECK_EQUAL(fake.led_period_ns, 0);
    mode(LED, OUTPUT);
    value_of(REQUEST(pin_write, .pin = LED, .high = true));
    mode(LED, INPUT);
    CHECK(!fake.led_on);
    /* A session's end gives it back too. */
    mode(LED, PWM);
    value_of(REQUEST(pwm_write, .pin = LED, .duty_ppm = 250000));
    core_usb_reset();
    client_pass(100);
    CHECK_EQUAL(fake.led_period_ns, 0);
}

TEST(pins_show_a_fault_whatever_the_led_is_used_for) {
    header_chips_begin(1);
    fake.watchdog_reset = true;
    client_begin();
    mode(LED, PWM);
    value_of(REQUEST(pwm_write, .pin = LED, .duty_ppm = 250000));
    CHECK_EQUAL(fake.led_period_ns, 0);
    bool lit = fake.led_on;
    client_pass(500000);
    CHECK(fake.led_on != lit);
    CHECK_EQUAL(client_ask(REQUEST(clear_fault, .dummy_field = 0))->status, STATUS_OK);
    client_pass(100);
    CHECK_EQUAL(fake.led_high_ns, 250000);
}

TEST(pins_refuse_what_they_cannot_do) {
    header_chips_begin(1);
    client_refused(REQUEST(pin_read, .pin = 16), STATUS_OUT_OF_RANGE, "pin = 16: allowed is 0 to 15");
    client_refused(REQUEST(pin_mode, .pin = 0), STATUS_INVALID_ARGUMENT, "function = 0: known are 1 to 7");
    client_refused(REQUEST(pin_mode, .pin = 0, .function = (spindrift_v1_PinFunction)8), STATUS_INVALID_ARGUMENT,
                   "function = 8: known are 1 to 7");
    static const struct {
        uint32_t pin;
        unsigned functions;
    } can[] = {{0, 1u << INPUT | 1u << PULLUP | 1u << OUTPUT},
               {A2, 1u << ANALOG},
               {OUT0, 1u << DAC},
               {LED, 1u << INPUT | 1u << OUTPUT | 1u << PWM | 1u << SERVO},
               {INTERLOCK, 1u << INPUT | 1u << PULLUP}};
    for (unsigned k = 0; k < sizeof can / sizeof *can; k++)
        for (int function = INPUT; function <= SERVO; function++) {
            const spindrift_v1_DeviceToHost *answer =
                client_ask(REQUEST(pin_mode, .pin = can[k].pin, .function = (spindrift_v1_PinFunction)function));
            CHECK_EQUAL(answer->status, can[k].functions >> function & 1 ? STATUS_OK : STATUS_INVALID_ARGUMENT);
        }
    client_refused(REQUEST(pwm_write, .pin = 2), STATUS_INVALID_ARGUMENT, "pin = 2: AUX2 is a digital input or output");
    client_refused(REQUEST(servo_write, .pin = OUT0), STATUS_INVALID_ARGUMENT, "pin = 12: OUT0 is an analog output");
    client_refused(REQUEST(dac_write, .pin = A2), STATUS_INVALID_ARGUMENT, "pin = 10: A2 is an analog input");
    client_refused(REQUEST(watch_pin, .pin = A2), STATUS_INVALID_ARGUMENT, "pin = 10: A2 is an analog input");
    client_refused(REQUEST(watch_adc, .pin = 0, .period_ms = 5), STATUS_INVALID_ARGUMENT, "pin = 0: AUX0 is a digital input or output");
    client_refused(REQUEST(watch_adc, .pin = A2, .period_ms = 4), STATUS_OUT_OF_RANGE, "period_ms = 4: allowed is 5 to 3600000");
    client_refused(REQUEST(watch_pin, .pin = 0, .debounce_us = 1000001), STATUS_OUT_OF_RANGE,
                   "debounce_us = 1000001: allowed is 0 to 1000000");
    mode(4, INPUT);
    client_refused(REQUEST(pin_write, .pin = 4), STATUS_FAILED_PRECONDITION, "pin_write: the pin is an input; set its mode first");
}

TEST(pins_tell_of_chips_that_do_not_answer) {
    header_chips_begin(1);
    mode(0, OUTPUT);
    chips.lines_silent = chips.converter_silent = true;
    client_refused(REQUEST(pin_read, .pin = 0), STATUS_HARDWARE_FAULT, "pin_read: the PCA9554 at 0x20 does not answer");
    client_refused(REQUEST(pin_write, .pin = 0), STATUS_HARDWARE_FAULT, "pin_write: the PCA9554 at 0x20 does not answer");
    client_refused(REQUEST(pin_mode, .pin = 0, .function = INPUT), STATUS_HARDWARE_FAULT,
                   "pin_mode: the PCA9554 at 0x20 does not answer");
    client_refused(REQUEST(pin_read, .pin = A2), STATUS_HARDWARE_FAULT, "pin_read: the ADS1015 at 0x49 does not answer");
    client_refused(REQUEST(watch_pin, .pin = 0), STATUS_HARDWARE_FAULT, "watch_pin: the PCA9554 at 0x20 does not answer");
    chips.converter_silent = false;
    chips.converter_stuck = true;
    client_refused(REQUEST(pin_read, .pin = A2), STATUS_HARDWARE_FAULT, "pin_read: the ADS1015 at 0x49 does not convert");
    chips.lines_silent = chips.converter_stuck = false;
    CHECK_EQUAL(read_pin(0), 1);
    CHECK_EQUAL(read_pin(A2), 0);
}
