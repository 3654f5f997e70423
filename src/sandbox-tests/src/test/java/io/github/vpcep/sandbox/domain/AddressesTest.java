package io.github.vpcep.sandbox.domain;

import static io.github.vpcep.sandbox.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.ErrorCode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private static final Settings SETTINGS = Settings.standard();

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.0.0.1", "192.168.100.9", "255.255.255.255"})
    void portIp_whenAnIpv4Address_thenItIsTaken(String ip) {
        assertThat(Addresses.portIp(ip)).isEqualTo(ip);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10.0.0", "10.0.0.1.2", "10.0.0.256", "10.0.0.01", "10.0.0.1 ", "10.0.0.1/32", "::1", "a"})
    void portIp_whenAnythingElse_thenItIsRefused(String ip) {
        assertRefused(ErrorCode.INVALID_PORT_IP, () -> Addresses.portIp(ip));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.1", "127.0.0.1", "10.0.0.0/8", "192.168.1.7/24", "10.0.0.1/32", "0.0.0.0/1"})
    void whitelist_whenOfAddressesAndBlocks_thenTheyAreTaken(String entry) {
        assertThat(Addresses.whitelist(List.of(entry), SETTINGS)).containsExactly(entry);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "0.0.0.0",
                "0.0.0.0/32",
                "0.0.0.0/0",
                "10.0.0.0/0",
                "10.0.0.0/33",
                "10.0.0.0/08",
                "10.0.0.0/",
                "10.0.0.300",
                "::1",
                "::/64"
            })
    void whitelist_whenAnEntryIsNeither_thenItIsRefused(String entry) {
        assertRefused(ErrorCode.INVALID_WHITELIST, () -> Addresses.whitelist(List.of("10.0.0.1", entry), SETTINGS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"::", "2001:DB8::f", "::ffff:1:10.0.0.1"})
    void ipv6_whenAnAddress_thenItIsTakenAsItIsWritten(String text) {
        assertThat(Addresses.ipv6(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.1",
                ":",
                "1::2::3",
                "12345::",
                "::ffff:10.0.0.1",
                "::1%lo",
                "[::1]",
                "localhost",
                "g::"
            })
    void ipv6_whenAnythingElse_thenItIsRefused(String text) {
        assertRefused(ErrorCode.INVALID_PORT_IP, () -> Addresses.ipv6(text));
    }

    @Test
    void addressesOfASubnetThatNobodyNamed_followFromItsId() {
        // Of the ids the hashes are 0xb2376ff6 and 0x61.
        assertThat(Addresses.assumedSubnet("subnet-one").block()).hasToString("10.246.0.0/16");
        assertThat(Addresses.assumedSubnet("a").block()).hasToString("10.97.0.0/16");
        assertThat(Addresses.ipv6("subnet-one", 0x1234_abcdL)).isEqualTo("2001:db8:b237:6ff6::1234:abcd");
        assertThat(Addresses.ipv6("a", 0x7fffL)).isEqualTo("2001:db8:0:61::0:7fff");
    }

    @Test
    void whitelist_whenOf60Entries_thenTheyAreTaken() {
        assertThat(Addresses.whitelist(Collections.nCopies(60, "10.0.0.1"), SETTINGS))
                .hasSize(60);
    }

    @Test
    void whitelist_whenLonger_thenItIsRefused() {
        assertRefused(
                ErrorCode.ENDPOINT_WHITELIST_FULL,
                () -> Addresses.whitelist(Collections.nCopies(61, "10.0.0.1"), SETTINGS));
    }
}
