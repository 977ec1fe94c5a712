#include "platform.h"

#include <stddef.h>

#include "registers.h"
#include "watchdog.h"

#define PLATFORM_ASIC BIT(1)

static uint32_t boot_id;

void platform_start(uint32_t noise) {
    uint32_t mixed = noise ^ watchdog_count_boot() * 0x9e3779b9u;
    mixed = (mixed ^ mixed >> 16) * 0x85ebca6bu;
    mixed ^= mixed >> 13;
    boot_id = mixed != 0 ? mixed : 1;
}

uint32_t platform_boot_id(void) {
    return boot_id;
}

bool platform_emulated(void) {
    return (REG(SYSINFO_PLATFORM) & PLATFORM_ASIC) == 0;
}

void platform_boot_loader(void) {
    typedef void *(*lookup_t)(const uint16_t *table, uint32_t code);
    typedef void (*reset_to_usb_boot_t)(uint32_t activity_pins, uint32_t disabled_interfaces);
    /* Two half-words of the ROM say where its table of functions is, and the function that searches it. */
    const uint16_t *table = (const uint16_t *)(uintptr_t) * (const volatile uint16_t *)0x14u;
    lookup_t lookup = (lookup_t)(uintptr_t) * (const volatile uint16_t *)0x18u;
    reset_to_usb_boot_t reset_to_usb_boot = (reset_to_usb_boot_t)lookup(table, 'U' | 'B' << 8);
    if (reset_to_usb_boot != NULL) reset_to_usb_boot(0, 0);
}
