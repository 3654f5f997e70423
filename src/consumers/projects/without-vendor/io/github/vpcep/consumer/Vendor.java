package io.github.vpcep.consumer;

/** The vendor's SDK is not there. */
final class Vendor {
    private Vendor() {}

    static void list(String address) {}
}
