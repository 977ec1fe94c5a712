/* Interrupts whose devices this image does not use. */
void irq_dma(void);
void irq_i2c(void);
void fault_handler(void);

__attribute__((weak)) void irq_dma(void) {
    fault_handler();
}

__attribute__((weak)) void irq_i2c(void) {
    fault_handler();
}
