/* A board made of variables: what the core did to it is there to look at, what it reads is there to set. */
#ifndef SPINDRIFT_TEST_FAKE_PORT_H
#define SPINDRIFT_TEST_FAKE_PORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define FAKE_SENT_BYTES (1u << 20)
#define FAKE_DAC_CHANNELS 8

typedef struct {
    uint64_t now_us;
    uint32_t boot_id;
    bool interlock_open;
    bool watchdog_reset;
    /* Link: what was sent, and what still fits. */
    uint8_t sent[FAKE_SENT_BYTES];
    size_t sent_size;
    size_t space;
    unsigned flushes;
    bool stalled;
    /* Lines. */
    bool array_on, coil_on, led_on;
    uint32_t led_period_ns, led_high_ns; /* 0: the line has a level */
    unsigned safes, reboots;
    bool rebooted_to_loader;
    uint16_t dac[FAKE_DAC_CHANNELS];
    uint16_t delay_a, delay_b;
    uint8_t rows[8], columns[8], ctrl;
    int32_t die_mdegc;
    /* Shots and scans end when asked `latency` times. */
    unsigned latency, waiting;
    uint32_t shots_run, bursts, last_n, last_ticket;
    uint32_t random;
    /* What a shot shows and a scan reads. Absent: random words. */
    void (*shot)(uint32_t shot, uint32_t words[2]);
    uint16_t (*convert)(unsigned column);
    unsigned scans;
    /* Chips on the bus: returns false for no acknowledge. */
    bool (*i2c)(uint8_t address, const uint8_t *tx, size_t tx_size, uint8_t *rx, size_t rx_size);
    unsigned i2c_waiting;
    int i2c_result;
    uint32_t i2c_hz; /* 0: never set */
} fake_port_t;

extern fake_port_t fake;

/* Everything as after power-up, with an empty link that takes PORT_USB_RING_BYTES. */
void fake_reset(void);
/* The host has read everything: the ring is empty again. What was sent stays to look at. */
void fake_drain(void);

#endif
