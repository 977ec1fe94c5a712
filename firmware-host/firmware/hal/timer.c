#include "timer.h"

#include "registers.h"
#include "wake-up.h"

enum { TIMER_ALARM0 = 0x10, TIMER_RAWH = 0x24, TIMER_RAWL = 0x28, TIMER_INTR = 0x34, TIMER_INTE = 0x38 };
/* The alarm compares 32 bits: a later deadline is reached in steps. */
#define LONGEST_US 0x40000000u

void irq_timer(void);

void timer_start(void) {
    REG(TIMER + TIMER_INTE) = 1;
    REG(NVIC_ISER) = BIT(IRQ_TIMER);
}

uint64_t timer_uptime_us(void) {
    uint32_t high = REG(TIMER + TIMER_RAWH);
    for (;;) {
        uint32_t low = REG(TIMER + TIMER_RAWL);
        uint32_t again = REG(TIMER + TIMER_RAWH);
        if (again == high) return (uint64_t)high << 32 | low;
        high = again;
    }
}

bool timer_wake_at(uint64_t uptime_us) {
    uint64_t now = timer_uptime_us();
    /* An alarm is missed when its microsecond has passed before the store: leave it two. */
    if (uptime_us <= now + 2) return false;
    uint64_t wait = uptime_us - now;
    REG(TIMER + TIMER_ALARM0) = (uint32_t)now + (wait > LONGEST_US ? LONGEST_US : (uint32_t)wait);
    return true;
}

void irq_timer(void) {
    REG(TIMER + TIMER_INTR) = 1;
    event_raise();
}
