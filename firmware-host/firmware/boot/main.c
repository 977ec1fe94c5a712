/* Start-up in order, then the only loop. */
#include "application.h"
#include "clocks.h"
#include "die-temperature.h"
#include "dma.h"
#include "i2c.h"
#include "lines.h"
#include "platform.h"
#include "safe-state.h"
#include "serial-chains.h"
#include "serial-number.h"
#include "state-machines.h"
#include "timer.h"
#include "usb.h"
#include "wake-up.h"
#include "watchdog.h"

/* A sleep never comes near the watchdog's 100 ms. */
#define LONGEST_SLEEP_US 25000u

void firmware_main(uint32_t noise);

static void serve_usb(void) {
    if (usb_take_reset()) core_usb_reset();
    for (;;) {
        size_t size = 0;
        const uint8_t *data = usb_received(&size);
        if (data == NULL) return;
        size_t taken = core_received(data, size);
        usb_taken(taken);
        if (taken < size) return;
    }
}

void firmware_main(uint32_t noise) {
    clocks_start();
    lines_start();
    platform_start(noise);
    chains_start();
    dma_start();
    machines_start();
    die_start();
    safe_state(); /* a restarted chip must not take the other chips' state for granted */
    timer_start();
    i2c_start_bus();
    serial_number_read();
    core_init();
    usb_start(serial_number(), platform_emulated());
    watchdog_start();
    for (;;) {
        serve_usb();
        uint64_t next = core_poll();
        watchdog_feed();
        uint64_t latest = timer_uptime_us() + (i2c_state() == I2C_BUSY ? I2C_DEADLINE_US : LONGEST_SLEEP_US);
        uint64_t until = next < latest ? next : latest;
        __asm volatile("cpsid i" ::: "memory");
        if (!event_take() && timer_wake_at(until)) event_wait();
        __asm volatile("cpsie i" ::: "memory");
    }
}
