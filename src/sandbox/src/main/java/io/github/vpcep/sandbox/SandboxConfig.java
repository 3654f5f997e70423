package io.github.vpcep.sandbox;

import io.github.vpcep.sandbox.domain.Settings;
import java.util.List;
import java.util.Objects;

/**
 * How a sandbox is set up. Immutable.
 *
 * @param host the address that it listens on
 * @param port the port, 0 for a free one
 * @param accounts who may call; the first is the one that the sandbox's own client uses
 * @param settings what the documents leave to the installation
 */
public record SandboxConfig(String host, int port, Accounts accounts, Settings settings) {
    /** The account that is there unless others are configured. */
    public static final Account DEMO = new Account(
            "6e9dfd51d1124e8d8498dce894923a0d",
            "295dacf46a4842fcbf7844dc2dc2489d",
            "DEMOACCESSKEY0000001",
            "demo-secret-key-of-the-sandbox-0000000001",
            "demo-token",
            "demo",
            "demo-password");

    /** A second account, for what takes two: whitelists, connections, tenancy. */
    public static final Account PARTNER = new Account(
            "4dbb0ce8766f44a9bfd08ccf8fc02397",
            "7d3f9a1c5e2b4086b1f0a6d48c27e953",
            "DEMOACCESSKEY0000002",
            "demo-secret-key-of-the-sandbox-0000000002",
            "partner-token",
            "partner",
            "partner-password");

    /** Refuses what could never start. */
    public SandboxConfig {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(settings, "settings");
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port is " + port + "; allowed are 0 to 65535");
        }
        if (accounts.all().isEmpty()) {
            throw new IllegalArgumentException("A sandbox needs an account");
        }
    }

    /** Loopback, a free port, both demo accounts, the documented figures. */
    public static SandboxConfig standard() {
        return new SandboxConfig("127.0.0.1", 0, Accounts.of(DEMO, PARTNER), Settings.standard());
    }

    /** This one with another port. */
    public SandboxConfig withPort(int other) {
        return new SandboxConfig(host, other, accounts, settings);
    }

    /** This one with other accounts. */
    public SandboxConfig withAccounts(Account... others) {
        return new SandboxConfig(host, port, Accounts.of(List.of(others)), settings);
    }

    /** This one with other settings. */
    public SandboxConfig withSettings(Settings others) {
        return new SandboxConfig(host, port, accounts, others);
    }
}
