#include "safe-state.h"

#include "clocks.h"
#include "lines.h"
#include "registers.h"
#include "serial-chains.h"
#include "state-machines.h"

/* 0 is the virtual ground, and no current, in the middle of the converter's range. */
enum { VAMP = 0, VREAD = 1, COIL = 3, MIDDLE = 0x8000 };

void safe_state(void) {
    static const uint8_t none[8];
    line_set(PIN_ARRAY_EN, false);
    if (clocks_released(RESET_PIO0) && clocks_released(RESET_DMA)) machines_stop();
    line_set(PIN_COIL_EN, false);
    if (!clocks_released(RESET_SPI0) || !clocks_released(RESET_SPI1)) return;
    chains_settle();
    chain_dac(VAMP, 0);
    chain_dac(VREAD, MIDDLE);
    chain_dac(COIL, MIDDLE);
    chain_columns(none, 0);
    chain_rows(none);
}
