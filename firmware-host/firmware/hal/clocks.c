#include "clocks.h"

#include "registers.h"

#define ENABLE BIT(11)
#define LOCK BIT(31)

enum { PLL_CS = 0, PLL_PWR = 4, PLL_FBDIV = 8, PLL_PRIM = 12 };
enum { PWR_PD = BIT(0), PWR_POSTDIVPD = BIT(3), PWR_VCOPD = BIT(5) };

void clocks_release(uint32_t bit) {
    REG_CLEAR(RESETS_RESET) = BIT(bit);
    while ((REG(RESETS_DONE) & BIT(bit)) == 0) {
    }
}

bool clocks_released(uint32_t bit) {
    return (REG(RESETS_DONE) & BIT(bit)) != 0;
}

/* 12 MHz * feedback / post1 / post2. */
static void start_pll(uint32_t pll, uint32_t feedback, uint32_t post1, uint32_t post2) {
    REG(pll + PLL_CS) = 1;
    REG(pll + PLL_FBDIV) = feedback;
    REG_CLEAR(pll + PLL_PWR) = PWR_PD | PWR_VCOPD;
    while ((REG(pll + PLL_CS) & LOCK) == 0) {
    }
    REG(pll + PLL_PRIM) = post1 << 16 | post2 << 12;
    REG_CLEAR(pll + PLL_PWR) = PWR_POSTDIVPD;
}

/* The waits here are bounded by the hardware and precede the tick that a deadline would need; the only ones of the firmware that spin. */
void clocks_start(void) {
    REG(XOSC) = 0xaa0;
    REG(XOSC + 0x0c) = 47; /* 1 ms: 47 * 256 periods of 12 MHz */
    REG_SET(XOSC) = 0xfab000;
    while ((REG(XOSC + 0x04) & BIT(31)) == 0) {
    }
    /* Off the PLLs before these are reset: a debugger may have restarted a running chip. */
    REG_CLEAR(CLK_SYS_CTRL) = 1;
    while (REG(CLK_SYS_SELECTED) != 1) {
    }
    REG_CLEAR(CLK_REF_CTRL) = 3;
    while (REG(CLK_REF_SELECTED) != 1) {
    }
    REG_SET(RESETS_RESET) = BIT(RESET_PLL_SYS) | BIT(RESET_PLL_USB);
    clocks_release(RESET_PLL_SYS);
    clocks_release(RESET_PLL_USB);
    start_pll(PLL_SYS, 125, 6, 2);
    start_pll(PLL_USB, 100, 5, 5);
    REG(CLK_REF_CTRL) = 2;
    while (REG(CLK_REF_SELECTED) != BIT(2)) {
    }
    REG(CLK_SYS_CTRL) = 0;
    REG(CLK_SYS_CTRL) = 1;
    while (REG(CLK_SYS_SELECTED) != BIT(1)) {
    }
    REG(CLK_USB_CTRL) = ENABLE;
    REG(CLK_ADC_CTRL) = ENABLE;
    REG(CLK_PERI_CTRL) = ENABLE;
    REG(WATCHDOG + 0x2c) = BIT(9) | 12;
    clocks_release(RESET_TIMER);
}
