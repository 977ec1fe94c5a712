
# Spindrift's boards: the rule and the names that this package brings hold at once, also for boards that are plugged in.
if [ -d /run/udev ] && hash udevadm 2>/dev/null; then
    udevadm hwdb --update >/dev/null 2>&1 || systemd-hwdb update >/dev/null 2>&1 || true
    udevadm control --reload || true
    udevadm trigger --subsystem-match=usb --attr-match=idVendor=1209 || true
fi
