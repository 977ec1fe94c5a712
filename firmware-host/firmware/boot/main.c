/* Start-up in order, then the only loop. */
#include "application.h"
#include "clocks.h"
#include "die-temperature.h"
#include "lines.h"
#include "platform.h"
#include "serial-chains.h"
#include "timer.h"
#include "usb.h"
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

/* The rest of the safe state, which a restarted chip must not take for granted: least supply, read bias and coil at zero, nothing selected. */
static void rest(void) {
    static const uint8_t none[8];
    /* 0 is the virtual ground, and no current, in the middle of the range. */
    enum { VAMP = 0, VREAD = 1, COIL = 3, MIDDLE = 0x8000 };
    chain_dac(VAMP, 0);
    chain_dac(VREAD, MIDDLE);
    chain_dac(COIL, MIDDLE);
    chain_columns(none, 0);
    chain_rows(none);
}

void firmware_main(uint32_t noise) {
    clocks_start();
    lines_start();
    platform_start(noise);
    chains_start();
    die_start();
    rest();
    timer_start();
    core_init();
    usb_start(platform_serial(), platform_emulated());
    watchdog_start();
    for (;;) {
        serve_usb();
        uint64_t next = core_poll();
        watchdog_feed();
        uint64_t latest = timer_uptime_us() + LONGEST_SLEEP_US;
        __asm volatile("cpsid i" ::: "memory");
        if (!usb_take_event()) timer_sleep_until(next < latest ? next : latest);
        __asm volatile("cpsie i" ::: "memory");
    }
}
