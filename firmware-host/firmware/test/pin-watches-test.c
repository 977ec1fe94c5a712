/* Watches of pins through the whole core: first values, changes, debouncing, intervals, places. */
#include "check.h"
#include "client.h"
#include "fake-port.h"
#include "header-chips.h"
#include "refusal.h"

static const spindrift_v1_PinReply *event(uint32_t id, uint32_t number) {
    const spindrift_v1_DeviceToHost *answer = client_answer(id, number);
    CHECK(answer != NULL && !answer->end);
    CHECK_EQUAL(answer->body.watch_pin_reply.seq, number);
    return &answer->body.watch_pin_reply;
}

TEST(pins_watch_changes) {
    header_chips_begin(1);
    uint32_t id = client_send(REQUEST(watch_pin, .pin = AUX3));
    uint32_t other = client_send(REQUEST(watch_pin, .pin = INTERLOCK));
    client_pass(10000);
    CHECK_EQUAL(client_answers(id), 1);
    CHECK_EQUAL(event(id, 0)->value, 1);
    CHECK_EQUAL(event(other, 0)->value, 0);
    chips.outside = 0xf7;
    uint64_t changed = fake.now_us;
    client_pass(4000);
    CHECK_EQUAL(client_answers(id), 2);
    CHECK_EQUAL(event(id, 1)->value, 0);
    CHECK_EQUAL(event(id, 1)->pin, AUX3);
    CHECK(event(id, 1)->t_us >= changed && event(id, 1)->t_us <= changed + 3000);
    chips.outside = 0x08;
    client_pass(4000);
    CHECK_EQUAL(event(id, 2)->value, 1);
    CHECK_EQUAL(client_answers(other), 1);
    fake.interlock_open = true;
    client_pass(4000);
    CHECK_EQUAL(event(other, 1)->value, 1);
    client_cancel(id);
    CHECK_EQUAL(client_final(id)->status, STATUS_CANCELLED);
    chips.outside = 0;
    client_pass(10000);
    CHECK_EQUAL(client_answers(id), 4);
    client_send(REQUEST(stream_close, .stream_id = other));
    client_pass(100);
    CHECK_EQUAL(client_final(other)->status, STATUS_OK);
    CHECK_EQUAL(client_final(other)->body.watch_pin_reply.value, 1);
}

TEST(pins_wait_until_a_change_has_lasted) {
    header_chips_begin(1);
    uint32_t id = client_send(REQUEST(watch_pin, .pin = 0, .debounce_us = 20000));
    client_pass(5000);
    for (int k = 0; k < 6; k++) {
        chips.outside = k & 1 ? 0xff : 0xfe;
        client_pass(6000);
    }
    CHECK_EQUAL(client_answers(id), 1);
    chips.outside = 0xfe;
    uint64_t changed = fake.now_us;
    client_pass(15000);
    CHECK_EQUAL(client_answers(id), 1);
    client_pass(10000);
    CHECK_EQUAL(client_answers(id), 2);
    /* The time is that of the change itself. */
    CHECK(event(id, 1)->t_us - changed < 4000);
}

TEST(pins_watch_voltages_at_intervals) {
    header_chips_begin(1);
    uint32_t id = client_send(REQUEST(watch_adc, .pin = A2, .period_ms = 10));
    for (uint32_t k = 0; k < 10; k++) {
        chips.volts_uv[2] = (int32_t)(k * 100000);
        client_pass(k == 0 ? 5000 : 10000);
    }
    CHECK_EQUAL(client_answers(id), 10);
    for (uint32_t k = 1; k < 10; k++) {
        /* Other transactions may be on the bus first. */
        uint64_t apart = event(id, k)->t_us - event(id, k - 1)->t_us;
        CHECK(apart > 9000 && apart < 11000);
        CHECK_EQUAL(event(id, k)->value, k * 100000);
    }
    client_cancel(id);
}

TEST(pins_watch_as_many_as_there_are_streams) {
    header_chips_begin(1);
    uint32_t ids[4];
    for (uint32_t k = 0; k < 4; k++) ids[k] = client_send(REQUEST(watch_pin, .pin = k));
    client_pass(1000);
    client_refused(REQUEST(watch_adc, .pin = A2, .period_ms = 5), STATUS_RESOURCE_EXHAUSTED, "watch_adc: too many streams are open");
    client_cancel(ids[0]);
    uint32_t id = client_send(REQUEST(watch_adc, .pin = A2, .period_ms = 5));
    client_pass(1000);
    CHECK_EQUAL(client_answers(id), 1);
    /* Reading and writing go on beside them. */
    mode(7, OUTPUT);
    CHECK_EQUAL(value_of(REQUEST(pin_write, .pin = 7)), 0);
}
