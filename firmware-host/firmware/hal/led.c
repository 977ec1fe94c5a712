#include "led.h"

#include "clocks.h"
#include "lines.h"
#include "registers.h"

/* GPIO25 is output B of slice 4. */
#define SLICE (PWM + 4u * 0x14u)
enum { CSR = 0x00, DIV = 0x04, CTR = 0x08, CC = 0x0c, TOP = 0x10 };
enum { CSR_ENABLE = BIT(0) };
#define CYCLE_NS 8u
/* The divider counts in sixteenths of a cycle, and not below one cycle; the counter has 16 bits. */
#define DIVIDER_ONE 16u
#define MOST_TICKS 65535u

void led_level(bool on) {
    line_set(PIN_LED, on);
    REG(IO_CTRL((uint32_t)PIN_LED)) = FUNC_SIO;
}

void led_pulses(uint32_t period_ns, uint32_t high_ns) {
    uint32_t sixteenths = period_ns / CYCLE_NS * DIVIDER_ONE;
    uint32_t divider = sixteenths / MOST_TICKS + 1;
    if (divider < DIVIDER_ONE) divider = DIVIDER_ONE;
    uint32_t ticks = (sixteenths + divider / 2) / divider;
    uint32_t high = (high_ns / CYCLE_NS * DIVIDER_ONE + divider / 2) / divider;
    clocks_release(RESET_PWM);
    REG(SLICE + CSR) = 0;
    REG(SLICE + DIV) = divider;
    REG(SLICE + TOP) = ticks - 1;
    /* A level above the top is on all the time; the upper half is output B. */
    REG(SLICE + CC) = high << 16;
    REG(SLICE + CTR) = 0;
    REG(SLICE + CSR) = CSR_ENABLE;
    REG(IO_CTRL((uint32_t)PIN_LED)) = FUNC_PWM;
}
